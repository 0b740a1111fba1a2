import type { Applies } from '../areas';
import { changed } from '../entities';
import type { EnforcementEvents } from './events';

export const enforcement: Applies<EnforcementEvents> = {
  enforcementPlanSigned: (_, { premises }, { actor }) => ({
    plan: { by: actor, premises: premises.map((entry) => entry.premises) },
  }),
  stageAdvanced: (_, { to }) => ({ stage: to }),
  enforcementDaySet: ({ days }, { date }) => ({ days: [...days, { date, debriefed: false }] }),
  enforcementDayDebriefed: ({ days }, { date }) => ({
    days: days.map((day) => (day.date === date ? { ...day, debriefed: true } : day)),
  }),
  warrantApplied: ({ warrants }, { warrant, premises, power }) => ({
    warrants: [...warrants, { id: warrant, premises, power, status: 'applied' }],
  }),
  warrantGranted: ({ warrants }, { warrant }) => ({ warrants: changed(warrants, warrant, { status: 'granted' }) }),
  warrantRefused: ({ warrants }, { warrant }) => ({ warrants: changed(warrants, warrant, { status: 'refused' }) }),
  warrantExecuted: ({ warrants }, { warrant }) => ({ warrants: changed(warrants, warrant, { status: 'executed' }) }),
  warrantReturned: ({ warrants }, { warrant }) => ({ warrants: changed(warrants, warrant, { status: 'returned' }) }),
  mediaInvestigatorAsked: ({ mediaRequests }, { request, premises }) => ({
    mediaRequests: [...mediaRequests, { id: request, premises, person: null, status: 'asked' }],
  }),
  mediaInvestigatorAssigned: ({ mediaRequests }, { request, person }) => ({
    mediaRequests: changed(mediaRequests, request, { person, status: 'assigned' }),
  }),
  mediaInvestigatorOnScene: ({ mediaRequests }, { request }) => ({
    mediaRequests: changed(mediaRequests, request, { status: 'on-scene' }),
  }),
  policyDecisionRecorded: ({ policyDecisions }) => ({ policyDecisions: policyDecisions + 1 }),
  searchRecorded: ({ searches }) => ({ searches: searches + 1 }),
  safeguardedOnScene: () => ({}),
  exhibitSeized: ({ exhibits }, { exhibit, kind }, { actor }) => ({
    exhibits: [...exhibits, { id: exhibit, kind, holder: actor, handovers: 0, extracted: false, status: 'held' }],
  }),
  exhibitHandedOver: ({ exhibits }, { exhibit, to, handovers }) => ({
    exhibits: changed(exhibits, exhibit, { holder: to, handovers }),
  }),
  deviceExtracted: ({ exhibits }, { exhibit }) => ({ exhibits: changed(exhibits, exhibit, { extracted: true }) }),
  exhibitDisposed: ({ exhibits }, { exhibit }) => ({ exhibits: changed(exhibits, exhibit, { status: 'disposed' }) }),
};
