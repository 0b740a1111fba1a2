import { dues } from './clocks';
import type { EventPayloads, EventType, OperationEvent } from './events';
import { unopened, type OperationState, type Subject } from './state';

type Apply<T extends EventType> = (
  state: OperationState,
  payload: EventPayloads[T],
  event: OperationEvent,
) => Partial<OperationState>;

/** What each event changes. Sequence and clocks are brought up to date for all of them in {@link fold}. */
const APPLY: { readonly [T in EventType]: Apply<T> } = {
  referralOpened: (_, { codename, threatArea, leadForce, marking, grade, grounds }, { actor }) => ({
    stage: 'referral',
    codename,
    threatArea,
    leadForce,
    marking,
    referral: { by: actor, grade, grounds },
  }),
  referralSubmitted: () => ({ stage: 'assessment' }),
  threatScoreRecorded: (_, { assessment }, { actor }) => ({ score: { assessment, by: actor, confirmedBy: null } }),
  threatScoreConfirmed: ({ score }, _, { actor }) => ({ score: score && { ...score, confirmedBy: actor } }),
  adopted: (_, { codename, products }) => ({
    stage: 'intelligence-build',
    outcome: 'adopted',
    codename,
    products: products.map((product) => ({ product, status: 'chosen' })),
  }),
  declined: ({ closing }) => ({ stage: 'closed', outcome: 'declined', closing: { ...closing, from: 'assessment' } }),
  teamAssigned: ({ team }, { person, role }) => ({ team: [...team, { person, role }] }),
  subjectAdded: ({ subjects }, { subject, roles, name }) => ({
    subjects: [
      ...subjects,
      {
        id: subject,
        roles,
        name,
        suspect: roles.includes('suspect') ? { status: 'suspected', offences: [], months: null } : null,
        safeguardingPlan: null,
      },
    ],
  }),
  productCompleted: (state, { product }) => settleProduct(state, product, 'complete'),
  productWithdrawn: (state, { product }) => settleProduct(state, product, 'withdrawn'),
  translationRequested: ({ translations }, { translation, language }) => ({
    translations: [...translations, { id: translation, language, status: 'requested' }],
  }),
  translationReported: ({ translations }, { translation }) => ({
    translations: translations.map((one) => (one.id === translation ? { ...one, status: 'reported' } : one)),
  }),
  packageSubmitted: (_, { version }, { actor }) => ({ package: { version, author: actor, signedOffBy: null } }),
  packageSignedOff: (state, _, { actor }) => ({ package: state.package && { ...state.package, signedOffBy: actor } }),
  europolLiaisonOpened: ({ liaison }) => ({ liaison: { ...liaison, status: 'open' } }),
  europolLiaisonNotNeeded: ({ liaison }) => ({ liaison: { ...liaison, status: 'not-needed' } }),
  europolMessageRecorded: ({ liaison }, { message, direction, answers, dueAt }) => ({
    liaison: {
      ...liaison,
      messages: [
        ...liaison.messages.map((one) => (one.id === answers ? { ...one, answered: true } : one)),
        { id: message, direction, dueAt, answered: false, reminded: false },
      ],
    },
  }),
  europolReminderRaised: ({ liaison }, { message }) => ({
    liaison: {
      ...liaison,
      messages: liaison.messages.map((one) => (one.id === message ? { ...one, reminded: true } : one)),
    },
  }),
  safeguardingPlanRecorded: (state, { subject, plan }) =>
    changeSubject(state, subject, () => ({ safeguardingPlan: plan })),
  enforcementPlanSigned: (_, { premises }, { actor }) => ({
    plan: { by: actor, premises: premises.map((entry) => entry.premises) },
  }),
  stageAdvanced: (_, { to }) => ({ stage: to }),
  arrestRecorded: (state, { subject }) => changeSuspect(state, subject, { status: 'arrested' }),
  chargeRecorded: (state, { subject, offences }) => changeSuspect(state, subject, { status: 'charged', offences }),
  releasedWithoutCharge: (state, { subject }) => changeSuspect(state, subject, { status: 'released-without-charge' }),
  sentenceRecorded: (state, { subject, months }) => changeSuspect(state, subject, { status: 'sentenced', months }),
  proceedingsEnded: (state, { subject, outcome }) => changeSuspect(state, subject, { status: outcome }),
  disruptionAssessed: ({ closing }, { disruption }) => ({ closing: { ...closing, disruption } }),
  closingItemSettled: ({ closing }, { item }) => ({
    closing: { ...closing, settled: [...closing.settled.filter((one) => one !== item), item] },
  }),
  debriefRecorded: ({ closing }, { reviewDate }) => ({ closing: { ...closing, reviewDate } }),
  operationClosed: ({ closing }, { from }) => ({ stage: 'closed', outcome: 'closed', closing: { ...closing, from } }),
  reopeningRequested: (_, __, { actor }) => ({ reopening: { requestedBy: actor } }),
  // A reopened operation has a new story to tell: its debrief is due again.
  reopeningApproved: ({ closing }, { to }) => ({
    stage: to,
    outcome: to === 'assessment' ? null : 'adopted',
    reopening: null,
    closing: { ...closing, reviewDate: null, from: null },
  }),
};

/** The state after an event. Folding all recorded events of an operation gives its state, whoever folds them. */
export function fold(state: OperationState, event: OperationEvent): OperationState {
  const apply = APPLY[event.type] as Apply<EventType>;
  const changed = { ...state, ...apply(state, event.payload, event), sequence: event.sequence };
  return { ...changed, nextDueAt: dues(changed)[0]?.dueAt ?? null };
}

/** Folds events in their order on top of a state; without one, from the beginning. */
export function foldAll(reference: string, events: readonly OperationEvent[], from?: OperationState): OperationState {
  return events.reduce(fold, from ?? unopened(reference));
}

function settleProduct(
  { products }: OperationState,
  product: string,
  status: 'complete' | 'withdrawn',
): Partial<OperationState> {
  return { products: products.map((one) => (one.product === product ? { ...one, status } : one)) };
}

function changeSubject(
  { subjects }: OperationState,
  id: string,
  change: (subject: Subject) => Partial<Subject>,
): Partial<OperationState> {
  return { subjects: subjects.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

function changeSuspect(
  state: OperationState,
  id: string,
  change: Partial<NonNullable<Subject['suspect']>>,
): Partial<OperationState> {
  return changeSubject(state, id, ({ suspect }) => ({ suspect: suspect && { ...suspect, ...change } }));
}
