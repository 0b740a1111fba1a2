import { createInterface } from 'node:readline';
import { dayNumber } from '../../domain/profiles/dates';
import { Ranking, type RankedList } from '../../domain/profiles/rank';
import { RFG_DEFAULT } from '../../domain/profiles/score';
import { createPool, SET_BASED_MS } from '../../platform/database/pool';
import { readHistories } from '../../platform/profiles/histories';
import { timed } from '../measure';
import type { Ranked } from './ranking';

export const AS_OF = dayNumber('2026-09-30');
const KEPT = 200;

/** Ranks everybody in a database for each line that it is given, as `rank_duckdb.py` does. */
async function main(url: string): Promise<void> {
  const pool = createPool(url, { name: 'waymark-bench', max: 1, longestMs: SET_BASED_MS });
  console.log('ready');
  for await (const _ of createInterface({ input: process.stdin })) {
    let found: readonly number[] = [];
    const ms = await timed(async () => {
      const ranking = new Ranking(RFG_DEFAULT, [{ role: 'suspect', area: 'all' }], AS_OF, KEPT);
      for await (const block of readHistories(pool, 'cchi')) ranking.add(block);
      found = ranking.end().flatMap(foundIn);
    });
    console.log(JSON.stringify({ ms, found } satisfies Ranked));
  }
  await pool.end();
}

/** What both must find, as whole numbers. */
function foundIn({ people, events, harm, unmapped, concentration, top }: RankedList): readonly number[] {
  const held = concentration.map((one) => Math.round(one.harm * harm));
  return [people, events, harm, unmapped, ...held, ...top.flatMap((one) => [one.person, one.unmapped, one.forces])];
}

if (require.main === module) void main(process.argv[2] ?? '');
