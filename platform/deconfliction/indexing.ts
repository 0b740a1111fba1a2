import type { Pool } from 'pg';
import type { Identity } from '../../domain/deconfliction/identity';
import { identitiesOf, textsNeeded } from '../../domain/deconfliction/of-operation';
import { scoreMatch } from '../../domain/deconfliction/score';
import { soundsOf } from '../../domain/deconfliction/sounds';
import type { EventType } from '../../domain/operation/events';
import { currentOperation } from '../timeline/current';
import { candidateValues } from './candidates';

/** Raised whenever identities are normalised in another way: all operations are put in the index anew. */
export const INDEX_VERSION = 2;

/** Most matches that are kept of what one identity is found to match: a list that people can look through. [P] */
const KEPT = 25;

/** After these, an operation may hold an interest in others than before. */
export const CHANGES_INTEREST: readonly EventType[] = [
  'subjectAdded',
  'aliasAdded',
  'identifierAdded',
  'entityAdded',
  'textErased',
  'mergeRequested',
  'mergeAbandoned',
  'mergeReceived',
  'mergeReleased',
  'unmerged',
];

interface Indexed extends Identity {
  readonly id: string;
  readonly revision: number;
}

/**
 * Puts an operation in the index as it is now, and compares what has changed with all other operations. Safe to repeat, and
 * in any order: what is older than what is there changes nothing.
 */
export async function indexOperation(pool: Pool, reference: string): Promise<void> {
  const current = await currentOperation(pool, reference);
  if (!current) return;
  const { state } = current;
  const identities = identitiesOf(
    state,
    await textsOf(
      pool,
      reference,
      textsNeeded(state).map(({ record }) => record),
    ),
  );
  await pool.query('SELECT keep_identities($1, $2, $3)', [
    reference,
    state.sequence,
    JSON.stringify(identities.map((one) => ({ ...one, sounds: soundsOf(one.names) }))),
  ]);
  const { rows } = await pool.query<Indexed>(
    `SELECT id, names, births, marks, revision FROM identity WHERE operation = $1 AND compared < revision ORDER BY id`,
    [reference],
  );
  for (const identity of rows) await compare(pool, reference, identity);
}

/** Finds what an identity of an operation matches in all others. It is in the index by now, so that of two who look at once one finds the other. */
async function compare(pool: Pool, reference: string, identity: Indexed): Promise<void> {
  const { rows } = await pool.query<Indexed>(
    'SELECT id, names, births, marks FROM identity_candidates($1, $2, $3, $4, $5, $6) WHERE operation <> $7',
    [...candidateValues(identity), reference],
  );
  const matches = rows
    .flatMap(({ id, ...other }) => {
      const { score, strength, parts } = scoreMatch(identity, other);
      return strength === undefined ? [] : [{ other: id, score, strength, parts }];
    })
    .sort((a, b) => b.score - a.score);
  await pool.query('SELECT keep_matches($1, $2, $3, $4)', [
    identity.id,
    identity.revision,
    matches.map(({ other }) => other),
    JSON.stringify(matches.slice(0, KEPT)),
  ]);
}

async function textsOf(pool: Pool, reference: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ id: string; text: string }>(
    'SELECT id, text FROM text_record WHERE operation = $1 AND id = ANY ($2) AND text IS NOT NULL',
    [reference, ids],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
