import { confirmedScore } from './areas/assessment/scores';
import { CLOSING_ITEMS, type Stage } from './codes';
import type { CommandName } from './command-schemas';
import type { OperationState, Subject, SuspectStatus } from './state';

/** A condition a transition needs: a sentence for people and, where law or guidance demands it, its source. */
export interface Gate {
  readonly code: string;
  readonly sentence: string;
  readonly source?: string;
  /** The commands that open it, in the order that helps most often. */
  readonly remedies: readonly CommandName[];
  /** What is missing, by identifier; nothing means that the gate is open. */
  readonly missing: (state: OperationState) => readonly string[];
}

const need = (present: unknown, what: string): readonly string[] => (present ? [] : [what]);

const idsOf = <T extends { readonly id: string }>(all: readonly T[], which: (one: T) => boolean) =>
  all.filter(which).map(({ id }) => id);

const suspectsNot = (settled: readonly SuspectStatus[]) => (state: OperationState) =>
  state.subjects
    .filter((subject): subject is Subject & { suspect: object } => subject.suspect !== null)
    .filter((subject) => !settled.includes(subject.suspect.status))
    .map(({ id }) => id);

const ENDED: readonly SuspectStatus[] = [
  'sentenced',
  'acquitted',
  'discontinued',
  'released-without-charge',
  'reclassified',
  'surrendered',
  'died',
];

const gradedGrounds: Gate = {
  code: 'graded-grounds',
  remedies: [],
  sentence: 'The referral has grounds with a 3x5x2 grade, threat area, lead force and marking.',
  source: 'College of Policing APP, intelligence report (3x5x2)',
  missing: (state) => need(state.referral && state.threatArea && state.leadForce && state.marking, 'referral'),
};

const questionsAnswered: Gate = {
  code: 'questions-answered',
  remedies: ['answerQuestions'],
  sentence: 'The questions that the referral was returned with are answered.',
  missing: (state) => need(state.returned !== 'waiting', 'answers'),
};

const warrantsSettled: Gate = {
  code: 'warrants-settled',
  remedies: ['refuseWarrant', 'returnWarrant'],
  sentence: 'No warrant waits for its decision, or to be executed or returned.',
  source: 'PACE 1984 s. 16',
  missing: ({ warrants }) => idsOf(warrants, ({ status }) => ['applied', 'granted', 'executed'].includes(status)),
};

const authorisationsEnded: Gate = {
  code: 'authorisations-ended',
  remedies: ['refuseAuthorisation', 'cancelAuthorisation'],
  sentence: 'No covert authorisation waits for its decision or is still in force.',
  source: 'Regulation of Investigatory Powers Act 2000 s. 45',
  missing: ({ authorisations }) => idsOf(authorisations, ({ status }) => status === 'applied' || status === 'granted'),
};

const requestsDecided: Gate = {
  code: 'requests-decided',
  remedies: ['decideEuropolRequest'],
  sentence: 'Every request across borders is decided.',
  missing: ({ europolRequests }) => idsOf(europolRequests, ({ status }) => status === 'made'),
};

const exhibitsDisposed: Gate = {
  code: 'exhibits-disposed',
  remedies: ['disposeOfExhibit'],
  sentence: 'Every exhibit is returned, destroyed, retained or forfeited.',
  missing: ({ exhibits }) => idsOf(exhibits, ({ status }) => status === 'held'),
};

const victimsHandedOver: Gate = {
  code: 'victims-handed-over',
  remedies: ['referToNrm', 'recordDutyToNotify', 'handOverSafeguarding'],
  sentence:
    'Each potential victim with a safeguarding record is notified, and handed over to whoever looks after them.',
  source: 'Modern Slavery Act 2015 s. 52',
  missing: ({ victims }) => idsOf(victims, ({ handedOver }) => !handedOver),
};

const reclassifiedProtected: Gate = {
  code: 'reclassified-protected',
  remedies: ['openVictimRecord'],
  sentence: 'Each reclassified suspect has a safeguarding record.',
  source: 'Modern Slavery Act 2015 ss. 45, 52',
  missing: ({ subjects, victims }) =>
    idsOf(subjects, ({ id, suspect }) => suspect?.status === 'reclassified' && !victims.some((one) => one.id === id)),
};

const appealsDecided: Gate = {
  code: 'appeals-decided',
  remedies: ['decideAppeal'],
  sentence: 'No appeal waits for its decision.',
  missing: ({ subjects }) => idsOf(subjects, ({ suspect }) => suspect?.appeal === 'lodged'),
};

const confiscationEnded: Gate = {
  code: 'confiscation-ended',
  remedies: ['recordConfiscationOrder'],
  sentence: 'Confiscation that was begun has its order.',
  source: 'Proceeds of Crime Act 2002 s. 6',
  missing: ({ subjects }) => idsOf(subjects, ({ suspect }) => suspect?.confiscation?.status === 'begun'),
};

const ordersDecided: Gate = {
  code: 'orders-decided',
  remedies: ['recordOrderMade', 'recordOrderRefused'],
  sentence: 'Every application for an order is decided; no interim order stands alone.',
  missing: ({ orders }) => idsOf(orders, ({ status }) => status === 'applied' || status === 'interim'),
};

export const scoreRecorded: Gate = {
  code: 'score-recorded',
  remedies: ['recordThreatScore'],
  sentence: 'A threat score is recorded.',
  missing: (state) => need(state.scores.length > 0, 'threat score'),
};

const scoreConfirmed: Gate = {
  code: 'score-confirmed',
  remedies: ['recordThreatScore', 'confirmThreatScore'],
  sentence: 'A threat score is recorded and confirmed by a person.',
  missing: (state) => need(confirmedScore(state), 'confirmed threat score'),
};

const scoreCurrent: Gate = {
  code: 'score-current',
  remedies: ['recordThreatScore', 'confirmThreatScore'],
  sentence: 'The threat score takes account of the material intelligence that has arrived since.',
  missing: (state) => need(!state.rescoreDue, 'new threat score'),
};

const productsSettled: Gate = {
  code: 'products-settled',
  remedies: ['completeProduct', 'withdrawProduct'],
  sentence: 'Every chosen intelligence product is complete, or withdrawn with a reason.',
  missing: (state) => state.products.filter(({ status }) => status === 'chosen').map(({ product }) => product),
};

const packageSignedOff: Gate = {
  code: 'package-signed-off',
  remedies: ['submitPackage', 'signOffPackage'],
  sentence: 'The intelligence package is signed off by someone other than its author.',
  missing: (state) => need(state.package?.signedOffBy, 'sign-off'),
};

const subjectNamed: Gate = {
  code: 'subject-named',
  remedies: ['addSubject'],
  sentence: 'A suspect or a potential victim is named.',
  missing: (state) =>
    need(
      state.subjects.some(({ roles }) => roles.some((role) => role !== 'witness')),
      'subject',
    ),
};

const planSigned: Gate = {
  code: 'plan-signed',
  remedies: ['signEnforcementPlan'],
  sentence: 'The enforcement plan and policy file are signed, with a power or warrant for each of the premises.',
  source: 'PACE 1984 ss. 8, 17, 18, 32',
  missing: (state) => need(state.plan, 'enforcement plan'),
};

const safeguardingPlanned: Gate = {
  code: 'safeguarding-planned',
  remedies: ['recordSafeguardingPlan'],
  sentence: 'There is a safeguarding plan for each potential victim.',
  source: 'Modern Slavery Act 2015 s. 49 statutory guidance',
  missing: (state) =>
    state.subjects
      .filter(({ roles, safeguardingPlan }) => roles.includes('potential-victim') && safeguardingPlan === null)
      .map(({ id }) => id),
};

const liaisonDecided: Gate = {
  code: 'liaison-decided',
  remedies: ['recordLiaisonNotNeeded', 'openEuropolLiaison'],
  sentence: 'Europol liaison is open, or recorded as not needed with a reason.',
  missing: (state) => need(state.liaison.status !== 'none', 'Europol liaison'),
};

export const liaisonOpen: Gate = {
  code: 'liaison-open',
  remedies: ['openEuropolLiaison'],
  sentence: 'Europol liaison is open.',
  missing: (state) => need(state.liaison.status === 'open', 'Europol liaison'),
};

const suspectsDecided: Gate = {
  code: 'suspects-decided',
  remedies: ['recordCharge', 'releaseWithoutCharge'],
  sentence:
    'Each suspect is charged, released, bailed, surrendered abroad, reclassified as potential victim, or has died.',
  source: 'PACE 1984 s. 37',
  missing: suspectsNot(['charged', 'bailed', 'released-under-investigation', ...ENDED]),
};

const proceedingsEnded: Gate = {
  code: 'proceedings-ended',
  remedies: ['recordSentence', 'endProceedings', 'releaseWithoutCharge'],
  sentence:
    'Each suspect is sentenced, acquitted, released without charge, surrendered or reclassified, proceedings are discontinued, or the suspect has died.',
  missing: suspectsNot(ENDED),
};

const disruptionAssessed: Gate = {
  code: 'disruption-assessed',
  remedies: ['assessDisruption'],
  sentence: 'The disruption is assessed on the national scale.',
  missing: (state) => need(state.closing.disruption, 'disruption'),
};

const mattersSettled: Gate = {
  code: 'matters-settled',
  remedies: ['settleClosingItem'],
  sentence:
    'Orders, confiscation, appeal windows, exhibits and the handover of safeguarding are settled or do not apply.',
  missing: (state) => CLOSING_ITEMS.filter((item) => !state.closing.settled.includes(item)),
};

const debriefed: Gate = {
  code: 'debriefed',
  remedies: ['recordDebrief'],
  sentence: 'The debrief is recorded, with a review date.',
  source: 'Police Information and Records Management Code of Practice 2023',
  missing: (state) => need(state.closing.reviewDate, 'debrief'),
};

const nobodyProceededAgainst: Gate = {
  code: 'nobody-proceeded-against',
  remedies: ['releaseWithoutCharge'],
  sentence:
    'Nobody has been charged, and nobody is under arrest, on bail or released under investigation: the clocks of whoever is ' +
    'cannot rest.',
  source: 'PACE 1984 ss. 40–44, 47ZA–47ZM',
  missing: ({ subjects }) =>
    idsOf(
      subjects,
      ({ suspect }) => suspect !== null && (UNDER_WAY.includes(suspect.status) || suspect.offences.length > 0),
    ),
};
const UNDER_WAY: readonly SuspectStatus[] = ['arrested', 'bailed', 'released-under-investigation', 'charged'];

const ordersEnded: Gate = {
  code: 'orders-ended',
  remedies: ['recordOrderRefused', 'endOrder'],
  sentence: 'No order waits for its decision or is in force.',
  missing: ({ orders }) => idsOf(orders, ({ status }) => ['applied', 'interim', 'full'].includes(status)),
};

/** What an operation must not hold if it is to rest while another goes on for it. */
export const MERGING: readonly Gate[] = [
  nobodyProceededAgainst,
  authorisationsEnded,
  requestsDecided,
  warrantsSettled,
  exhibitsDisposed,
  ordersEnded,
  victimsHandedOver,
];

/** What each stage needs before the operation may leave it by the main road. */
export const LEAVING: Readonly<Record<Stage, readonly Gate[]>> = {
  referral: [gradedGrounds, questionsAnswered],
  assessment: [scoreConfirmed, scoreCurrent],
  'intelligence-build': [scoreCurrent, productsSettled, packageSignedOff, subjectNamed],
  enforcement: [planSigned, safeguardingPlanned, liaisonDecided],
  prosecution: [suspectsDecided],
  sentencing: [
    proceedingsEnded,
    appealsDecided,
    confiscationEnded,
    ordersDecided,
    authorisationsEnded,
    requestsDecided,
    warrantsSettled,
    exhibitsDisposed,
    reclassifiedProtected,
    victimsHandedOver,
    disruptionAssessed,
    mattersSettled,
    debriefed,
  ],
  closed: [],
};
