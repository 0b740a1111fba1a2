import type { Pool } from 'pg';
import { identityOf, type Identity } from '../../../domain/deconfliction/identity';
import { scoreMatch } from '../../../domain/deconfliction/score';
import { soundsOf } from '../../../domain/deconfliction/sounds';
import { candidateValues } from '../../../platform/deconfliction/candidates';
import type { Entry } from './labelled-people';

const OPERATION = 'OP-LABELLED';
const BATCH = 1_000;

/** How well the search finds those who are the same, over every pair of a labelled set. */
export interface Quality {
  readonly people: number;
  readonly entries: number;
  readonly truePairs: number;
  /** True pairs that were found. */
  readonly found: number;
  /** Pairs found that are none. */
  readonly falsePairs: number;
  readonly recall: number;
  readonly precision: number;
  /** How often each way of writing was missed, or taken for somebody else; the most often first. */
  readonly mistakes: readonly (readonly [way: string, times: number])[];
}

/** What an entry of the labelled set is compared by. */
export const identityOfEntry = ({ names, birth, phone }: Entry): Identity =>
  identityOf({
    names,
    births: birth === undefined ? [] : [birth],
    marks: phone === undefined ? [] : [{ kind: 'phone', value: phone }],
  });

/**
 * Puts labelled people in the index and looks for each of them.
 *
 * @param pool a database of its own, as its owner
 */
export async function measureQuality(pool: Pool, entries: readonly Entry[]): Promise<Quality> {
  const identities = entries.map(identityOfEntry);
  for (let at = 0; at < entries.length; at += BATCH) await insert(pool, identities.slice(at, at + BATCH), at);
  await pool.query('ANALYZE identity');
  const found = new Map<string, boolean>();
  for (const [nth, identity] of identities.entries()) {
    const { rows } = await pool.query<Identity & { holder: string }>(
      'SELECT holder, names, births, marks FROM identity_candidates($1, $2, $3, $4, $5, $6) WHERE operation = $7',
      [...candidateValues(identity), OPERATION],
    );
    for (const { holder, ...other } of rows) {
      const another = Number(holder.slice(1));
      if (another === nth || scoreMatch(identity, other).strength === undefined) continue;
      const isSame = entries[nth]?.person === entries[another]?.person;
      found.set([nth, another].sort((a, b) => a - b).join('-'), isSame);
    }
  }
  return summed(entries, found);
}

function summed(entries: readonly Entry[], found: ReadonlyMap<string, boolean>): Quality {
  const pairs = truePairs(entries);
  const missed = pairs.filter((pair) => !found.has(pair));
  const taken = [...found].filter(([, isSame]) => !isSame).map(([pair]) => pair);
  const right = pairs.length - missed.length;
  return {
    people: new Set(entries.map(({ person }) => person)).size,
    entries: entries.length,
    truePairs: pairs.length,
    found: right,
    falsePairs: taken.length,
    recall: share(right, pairs.length),
    precision: share(right, right + taken.length),
    mistakes: counted([
      ...missed.map((pair) => `missed: ${waysOf(entries, pair)}`),
      ...taken.map((pair) => `taken for another: ${waysOf(entries, pair)}`),
    ]),
  };
}

/** To a hundredth of a per cent. */
const share = (some: number, all: number) => Math.round((10_000 * some) / all) / 10_000;

function truePairs(entries: readonly Entry[]): readonly string[] {
  return [...Map.groupBy(entries, ({ person }) => person).values()].flatMap((same) =>
    same.flatMap((one, nth) => same.slice(nth + 1).map((other) => `${one.id}-${other.id}`)),
  );
}

const waysOf = (entries: readonly Entry[], pair: string) =>
  pair
    .split('-')
    .flatMap((id) => entries[Number(id)]?.ways ?? [])
    .join(', ');

const counted = (all: readonly string[]) =>
  [...Map.groupBy(all, (one) => one)].map(([one, times]) => [one, times.length] as const).sort(([, a], [, b]) => b - a);

async function insert(pool: Pool, identities: readonly Identity[], from: number): Promise<void> {
  const rows = identities.map((identity, nth) => ({
    ...identity,
    sounds: soundsOf(identity.names),
    holder: `S${from + nth}`,
  }));
  await pool.query(
    `INSERT INTO identity (operation, holder, names, sounds, births, marks)
     SELECT $1, holder, names, sounds, births, marks
     FROM jsonb_to_recordset($2) AS new (holder text, names text[], sounds bigint[], births text[], marks text[])`,
    [OPERATION, JSON.stringify(rows)],
  );
}
