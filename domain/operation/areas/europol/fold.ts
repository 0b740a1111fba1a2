import type { Applies } from '../areas';
import { changed } from '../entities';
import type { EuropolEvents } from './events';

export const europol: Applies<EuropolEvents> = {
  europolLiaisonOpened: ({ liaison }) => ({ liaison: { ...liaison, status: 'open' } }),
  europolLiaisonNotNeeded: ({ liaison }) => ({ liaison: { ...liaison, status: 'not-needed' } }),
  europolMessageRecorded: ({ liaison }, { message, direction, answers, dueAt }) => ({
    liaison: {
      ...liaison,
      messages: [
        ...changed(liaison.messages, answers ?? '', { answered: true }),
        { id: message, direction, dueAt, answered: false, reminded: false },
      ],
    },
  }),
  europolReminderRaised: ({ liaison }, { message }) => ({
    liaison: { ...liaison, messages: changed(liaison.messages, message, { reminded: true }) },
  }),
  europolRequestMade: ({ europolRequests }, { request, kind, country, subject }) => ({
    europolRequests: [...europolRequests, { id: request, kind, country, subject, status: 'made' }],
  }),
  europolRequestDecided: ({ europolRequests }, { request, granted }) => ({
    europolRequests: changed(europolRequests, request, { status: granted ? 'granted' : 'refused' }),
  }),
};
