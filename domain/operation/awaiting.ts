import { confirmedScore, standingScores } from './areas/assessment/scores';
import type { CommandName } from './command-schemas';
import { LEAVING } from './gates';
import { lifecycle, type LifecycleRow } from './lifecycle.v1';
import type { OperationState } from './state';

/** Something that one person has begun and a second has to decide, or that tasking has. */
interface Wait {
  /** What ends it, one way or the other. */
  readonly endedBy: readonly CommandName[];
  readonly isOpen: (state: OperationState) => boolean;
}

/** Everything that an operation can wait for, in the order of the main road. */
export const WAITS = {
  'referral-answers': { endedBy: ['answerQuestions'], isOpen: ({ returned }) => returned === 'waiting' },
  'threat-score-confirmation': {
    endedBy: ['confirmThreatScore'],
    isOpen: (state) => standingScores(state).length > 0 && confirmedScore(state) === undefined,
  },
  'threat-score-renewal': { endedBy: ['recordThreatScore'], isOpen: (state) => isHeldUpBy('score-current', state) },
  'tasking-decision': {
    endedBy: ['adopt', 'decline', 'returnReferral'],
    isOpen: (state) => LEAVING.assessment.every((gate) => gate.missing(state).length === 0),
  },
  authorisation: {
    endedBy: ['grantAuthorisation', 'refuseAuthorisation'],
    isOpen: ({ authorisations }) => authorisations.some(({ status }) => status === 'applied'),
  },
  'extract-confirmation': {
    endedBy: ['confirmExtract', 'cancelTranslation'],
    isOpen: (state) => hasTranslation(state, 'requested'),
  },
  'translation-review': { endedBy: ['reviewTranslation'], isOpen: (state) => hasTranslation(state, 'reported') },
  'package-sign-off': {
    endedBy: ['signOffPackage'],
    isOpen: ({ package: version }) => version !== null && version.signedOffBy === null && !version.recalled,
  },
  'media-investigator': {
    endedBy: ['assignMediaInvestigator'],
    isOpen: ({ mediaRequests }) => mediaRequests.some(({ status }) => status === 'asked'),
  },
  'disclosure-decision': {
    endedBy: ['decideDisclosure'],
    isOpen: ({ disclosure }) => disclosure.some(({ decision }) => decision === null),
  },
  'rollback-approval': {
    endedBy: ['approveRollback', 'refuseRollback'],
    isOpen: ({ rollback }) => rollback !== null,
  },
  'reopening-approval': {
    endedBy: ['approveReopening', 'withdrawReopening'],
    isOpen: ({ reopening }) => reopening !== null,
  },
  merge: { endedBy: ['unmerge'], isOpen: ({ merge }) => merge !== null && merge.status !== 'merged' },
} as const satisfies Readonly<Record<string, Wait>>;

/** What an operation can wait for, by its code. */
export type Awaiting = keyof typeof WAITS;
export const AWAITABLE = Object.keys(WAITS) as readonly Awaiting[];

/**
 * What of an operation waits for a second person, or for a decision. What cannot be decided in its stage, or while it rests in a
 * merge, does not wait: a closed operation's score is nobody's task.
 */
export const awaitedBy = (state: OperationState): readonly Awaiting[] =>
  AWAITABLE.filter((code) => {
    const { endedBy, isOpen }: Wait = WAITS[code];
    return isOpen(state) && endedBy.some((command) => isLegal(command, state));
  });

/** The stages in which an operation can wait for it. */
export const stagesAwaiting = (code: Awaiting): readonly OperationState['stage'][] => [
  ...new Set(WAITS[code].endedBy.flatMap((command) => lifecycle[command].stages)),
];

function isLegal(command: CommandName, { stage, merge }: OperationState): boolean {
  const { stages, whileMerged }: LifecycleRow = lifecycle[command];
  return stages.includes(stage) && (merge === null || whileMerged === true);
}

/** Whether a gate of the stage that the operation is in is closed. */
const isHeldUpBy = (code: string, state: OperationState) =>
  state.stage !== 'unopened' &&
  LEAVING[state.stage].some((gate) => gate.code === code && gate.missing(state).length > 0);

/** A person looks at those that Waymark makes of a file; a translator of flesh and blood is waited for elsewhere. */
const hasTranslation = ({ translations }: OperationState, wanted: 'requested' | 'reported') =>
  translations.some(({ status, file }) => status === wanted && file !== undefined);
