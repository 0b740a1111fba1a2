import { plusDays } from '../../../time/days';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { about, find, nextId } from '../entities';

/** Opens liaison through the ROCU liaison officer, NCA and SIENA with a Europol National Unit. */
export const openEuropolLiaison: Decide<'openEuropolLiaison'> = ({ state, body }) =>
  state.liaison.status === 'open'
    ? blocked('liaison-open', 'Europol liaison is open already.')
    : [event('europolLiaisonOpened', body)];

/** Records that no liaison is needed, with the reason. */
export const recordLiaisonNotNeeded: Decide<'recordLiaisonNotNeeded'> = ({ state, body }) =>
  state.liaison.status === 'none'
    ? [event('europolLiaisonNotNeeded', body)]
    : blocked('liaison-decided', 'Whether liaison is needed has been decided already.');

/** Records a message sent or received; one that expects an answer starts its clock from when it was sent. */
export const recordEuropolMessage: Decide<'recordEuropolMessage'> = ({ state, body, happenedAt }) => {
  const { replyWithinDays, ...message } = body;
  if (body.answers !== null) {
    const asked = state.liaison.messages.find(({ id }) => id === body.answers);
    if (!asked) return blocked('no-such-message', `There is no message ${body.answers} in this operation.`);
    if (asked.direction === body.direction)
      return blocked('answers-own-side', 'A message answers one that went the other way.');
  }
  return [
    event('europolMessageRecorded', {
      ...message,
      message: `M${state.liaison.messages.length + 1}`,
      dueAt: replyWithinDays === null ? null : plusDays(happenedAt, replyWithinDays),
    }),
  ];
};

/** Given by the operation to itself when an answer is overdue. */
export const raiseEuropolReminder: Decide<'raiseEuropolReminder'> = ({ state, body, happenedAt }) => {
  const message = state.liaison.messages.find(({ id }) => id === body.message);
  if (!message || message.dueAt !== body.dueAt || message.answered || message.reminded)
    return blocked('reminder-not-due', 'No answer to this message is outstanding.');
  if (Date.parse(happenedAt) < Date.parse(body.dueAt))
    return blocked(
      'reminder-not-due',
      `An answer to this message is expected by ${body.dueAt}: it is not overdue yet.`,
    );
  return [event('europolReminderRaised', body)];
};

/** Asks for a joint investigation, evidence by letter of request, or a surrender, to us or by us (TCA Title VII, VIII). */
export const makeEuropolRequest: Decide<'makeEuropolRequest'> = ({ state, body }) => {
  if (body.subject !== null) {
    const subject = find(state.subjects, body.subject, 'subject');
    if ('blockers' in subject) return subject;
    if (body.kind.startsWith('surrender') && subject.suspect === null)
      return blocked(
        'not-a-suspect',
        `${body.subject} is not a suspect in this operation: only a suspect is surrendered.`,
      );
  }
  return [event('europolRequestMade', { request: nextId('Q', state.europolRequests), ...body })];
};

/** Records the decision on a request. A surrender that was granted is carried out by its own command. */
export const decideEuropolRequest: Decide<'decideEuropolRequest'> = ({ state, body }) =>
  about(state.europolRequests, body.request, 'request', ['made'], () => [event('europolRequestDecided', body)]);
