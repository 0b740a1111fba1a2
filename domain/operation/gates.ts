import { CLOSING_ITEMS, type Stage } from './codes';
import type { OperationState, Subject, SuspectStatus } from './state';

/** A condition a transition needs: a sentence for people and, where law or guidance demands it, its source. */
export interface Gate {
  readonly code: string;
  readonly sentence: string;
  readonly source?: string;
  /** What is missing, by identifier; nothing means that the gate is open. */
  readonly missing: (state: OperationState) => readonly string[];
}

const need = (present: unknown, what: string): readonly string[] => (present ? [] : [what]);

const suspectsNot = (settled: readonly SuspectStatus[]) => (state: OperationState) =>
  state.subjects
    .filter((subject): subject is Subject & { suspect: object } => subject.suspect !== null)
    .filter((subject) => !settled.includes(subject.suspect.status))
    .map(({ id }) => id);

const ENDED: readonly SuspectStatus[] = ['sentenced', 'acquitted', 'discontinued', 'released-without-charge'];

const gradedGrounds: Gate = {
  code: 'graded-grounds',
  sentence: 'The referral has grounds with a 3x5x2 grade, threat area, lead force and marking.',
  source: 'College of Policing APP, intelligence report (3x5x2)',
  missing: (state) => need(state.referral && state.threatArea && state.leadForce && state.marking, 'referral'),
};

export const scoreRecorded: Gate = {
  code: 'score-recorded',
  sentence: 'A threat score is recorded.',
  missing: (state) => need(state.score, 'threat score'),
};

const scoreConfirmed: Gate = {
  code: 'score-confirmed',
  sentence: 'A threat score is recorded and confirmed by a person.',
  missing: (state) => need(state.score?.confirmedBy, 'confirmed threat score'),
};

const productsSettled: Gate = {
  code: 'products-settled',
  sentence: 'Every chosen intelligence product is complete, or withdrawn with a reason.',
  missing: (state) => state.products.filter(({ status }) => status === 'chosen').map(({ product }) => product),
};

const packageSignedOff: Gate = {
  code: 'package-signed-off',
  sentence: 'The intelligence package is signed off by someone other than its author.',
  missing: (state) => need(state.package?.signedOffBy, 'sign-off'),
};

const subjectNamed: Gate = {
  code: 'subject-named',
  sentence: 'A suspect or a potential victim is named.',
  missing: (state) =>
    need(
      state.subjects.some(({ roles }) => roles.some((role) => role !== 'witness')),
      'subject',
    ),
};

const planSigned: Gate = {
  code: 'plan-signed',
  sentence: 'The enforcement plan and policy file are signed, with a power or warrant for each of the premises.',
  source: 'PACE 1984 ss. 8, 17, 18, 32; MSA 2015 Sch. 1',
  missing: (state) => need(state.plan, 'enforcement plan'),
};

const safeguardingPlanned: Gate = {
  code: 'safeguarding-planned',
  sentence: 'There is a safeguarding plan for each potential victim.',
  source: 'Modern Slavery Act 2015 s. 49 statutory guidance',
  missing: (state) =>
    state.subjects
      .filter(({ roles, safeguardingPlan }) => roles.includes('potential-victim') && safeguardingPlan === null)
      .map(({ id }) => id),
};

const liaisonDecided: Gate = {
  code: 'liaison-decided',
  sentence: 'Europol liaison is open, or recorded as not needed with a reason.',
  missing: (state) => need(state.liaison.status !== 'none', 'Europol liaison'),
};

export const liaisonOpen: Gate = {
  code: 'liaison-open',
  sentence: 'Europol liaison is open.',
  missing: (state) => need(state.liaison.status === 'open', 'Europol liaison'),
};

const suspectsDecided: Gate = {
  code: 'suspects-decided',
  sentence: 'Each suspect is charged or released without charge.',
  source: 'PACE 1984 s. 37',
  missing: suspectsNot(['charged', ...ENDED]),
};

const proceedingsEnded: Gate = {
  code: 'proceedings-ended',
  sentence: 'Each suspect is sentenced, acquitted or released without charge, or proceedings are discontinued.',
  missing: suspectsNot(ENDED),
};

const disruptionAssessed: Gate = {
  code: 'disruption-assessed',
  sentence: 'The disruption is assessed on the national scale.',
  missing: (state) => need(state.closing.disruption, 'disruption'),
};

const mattersSettled: Gate = {
  code: 'matters-settled',
  sentence:
    'Orders, confiscation, appeal windows, exhibits and the handover of safeguarding are settled or do not apply.',
  missing: (state) => CLOSING_ITEMS.filter((item) => !state.closing.settled.includes(item)),
};

const debriefed: Gate = {
  code: 'debriefed',
  sentence: 'The debrief is recorded, with a review date.',
  source: 'Police Information and Records Management Code of Practice 2023',
  missing: (state) => need(state.closing.reviewDate, 'debrief'),
};

/** What each stage needs before the operation may leave it by the main road. */
export const LEAVING: Readonly<Record<Stage, readonly Gate[]>> = {
  referral: [gradedGrounds],
  assessment: [scoreConfirmed],
  'intelligence-build': [productsSettled, packageSignedOff, subjectNamed],
  enforcement: [planSigned, safeguardingPlanned, liaisonDecided],
  prosecution: [suspectsDecided],
  sentencing: [proceedingsEnded, disruptionAssessed, mattersSettled, debriefed],
  closed: [],
};
