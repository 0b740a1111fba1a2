import type { Match } from '../../api/deconfliction/matches.schema';
import type { OperationView } from '../../api/operations/operation.schema';
import type { ThreatScoreView } from '../../api/scoring/threat-score.schema';
import type { Api } from '../api-client/api';
import { readMatches } from '../matches/match';
import { pathOf, readActions, readOperation, type Action } from '../operations/read-operation';

export type Score = ThreatScoreView['scores'][number];

/** What a tasking decision ends a referral with, or sends it elsewhere by, in the order in which they are offered. */
export const DECISIONS = ['adopt', 'decline', 'returnReferral', 'requestMerge', 'withdrawReferral'] as const;

/** Everything about one referral that a tasking decision looks at. */
export interface Referral {
  readonly operation: OperationView;
  /** The one that counts: as confirmed, else of those that stand the one with the highest risk. */
  readonly score: Score | undefined;
  readonly scores: readonly Score[];
  readonly rescoreDue: boolean;
  readonly matches: readonly Match[];
}

/** Reads a referral in one step. @throws ApiProblem `not-found` */
export async function readReferral(api: Api, reference: string): Promise<Referral> {
  const [operation, { scores, rescoreDue }, matches] = await Promise.all([
    readOperation(api, reference),
    api.get<ThreatScoreView>(pathOf(reference, '/threat-score')),
    readMatches(api, reference),
  ]);
  return { operation, score: counting(scores), scores, rescoreDue, matches };
}

/** The decisions there are on a referral, in their order, each with what stands in its way. */
export async function readDecisions(api: Api, reference: string): Promise<readonly Action[]> {
  const { items } = await readActions(api, reference, DECISIONS, { bodies: false });
  return DECISIONS.flatMap((command) => items.filter((one) => one.command === command));
}

const counting = (scores: readonly Score[]): Score | undefined =>
  scores.find(({ confirmedBy }) => confirmedBy !== null) ?? [...scores].sort((a, b) => b.risk - a.risk)[0];

/** What an operation is called among others. */
export const nameOf = ({ codename, reference }: Pick<OperationView, 'codename' | 'reference'>): string =>
  codename ?? reference;

/** What is missing before a referral can be adopted. */
export const missingIn = (decisions: readonly Action[]): readonly string[] =>
  (decisions.find(({ command }) => command === 'adopt')?.blockers ?? [])
    .filter(({ kind }) => kind === 'gate')
    .flatMap(({ missing, sentence }) => (missing && missing.length > 0 ? missing : [sentence]));
