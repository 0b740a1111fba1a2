import type { OperationState } from '../../state';
import type { Applies } from '../areas';
import { changed } from '../entities';
import type { ProceedingsEvents } from './events';
import { NOTHING_PENDING, type Suspect } from './state';

export const proceedings: Applies<ProceedingsEvents> = {
  arrestRecorded: (state, { subject }) => changeSuspect(state, subject, { status: 'arrested', bailUntil: null }),
  detentionAuthorised: (state, { subject }) => changeSuspect(state, subject, { detention: { reviews: 0 } }),
  detentionReviewed: (state, { subject, review }) => changeSuspect(state, subject, { detention: { reviews: review } }),
  bailed: (state, { subject, until }) =>
    changeSuspect(state, subject, { status: 'bailed', bailUntil: until, detention: null }),
  releasedUnderInvestigation: (state, { subject }) =>
    changeSuspect(state, subject, { status: 'released-under-investigation', detention: null, bailUntil: null }),
  youthRecorded: (state, { subject }) => changeSuspect(state, subject, { youth: true }),
  chargeRequested: (state, { subject }) => changeSuspect(state, subject, { chargeRequested: true }),
  chargeRecorded: (state, { subject, offences }) =>
    changeSuspect(state, subject, { status: 'charged', offences, detention: null, bailUntil: null }),
  releasedWithoutCharge: (state, { subject }) =>
    changeSuspect(state, subject, { ...NOTHING_PENDING, status: 'released-without-charge' }),
  disclosureItemListed: ({ disclosure }, { item, schedule }) => ({
    disclosure: [...disclosure, { id: item, schedule, decision: null }],
  }),
  disclosureItemAmended: () => ({}),
  disclosureDecided: ({ disclosure }, { item, decision }) => ({ disclosure: changed(disclosure, item, { decision }) }),
  remandRecorded: (state, { subject, remand }) => changeSuspect(state, subject, { remand }),
  sentForTrial: (state, { subject }) => changeSuspect(state, subject, { sent: true }),
  pleaRecorded: (state, { subject, plea }) =>
    changeSuspect(state, subject, plea === 'guilty' ? { plea, trial: null } : { plea }),
  trialListed: (state, { subject, date }) => changeSuspect(state, subject, { trial: date, verdict: null }),
  verdictRecorded: (state, { subject, verdict }) => changeSuspect(state, subject, { verdict }),
  sentenceRecorded: (state, { subject, months, days = 0, kind = 'immediate-custody' }) =>
    changeSuspect(state, subject, { status: 'sentenced', months, days, sentence: kind, remand: null }),
  proceedingsEnded: (state, { subject, outcome }) =>
    changeSuspect(state, subject, { ...NOTHING_PENDING, status: outcome }),
  appealLodged: (state, { subject }) => changeSuspect(state, subject, { appeal: 'lodged' }),
  appealDecided: (state, { subject, outcome, months }) =>
    changeSuspect(state, subject, {
      appeal: 'decided',
      ...(outcome === 'conviction-quashed' ? QUASHED : {}),
      ...(months === null ? {} : { months, days: 0 }),
    }),
  confiscationBegun: (state, { subject, benefitPence }) =>
    changeSuspect(state, subject, { confiscation: { status: 'begun', pence: benefitPence } }),
  confiscationOrdered: (state, { subject, pence }) =>
    changeSuspect(state, subject, { confiscation: { status: 'ordered', pence } }),
  surrendered: (state, { subject }) => changeSuspect(state, subject, { ...NOTHING_PENDING, status: 'surrendered' }),
  deathRecorded: (state, { subject }) => changeSuspect(state, subject, { ...NOTHING_PENDING, status: 'died' }),
};

const QUASHED = {
  ...NOTHING_PENDING,
  status: 'acquitted',
  verdict: null,
  months: null,
  days: 0,
  sentence: null,
} as const;

function changeSuspect({ subjects }: OperationState, id: string, change: Partial<Suspect>): Partial<OperationState> {
  const suspect = subjects.find((subject) => subject.id === id)?.suspect;
  return { subjects: changed(subjects, id, { suspect: suspect ? { ...suspect, ...change } : null }) };
}
