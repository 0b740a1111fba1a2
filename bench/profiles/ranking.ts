import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pool } from 'pg';
import { DAY_SHIFT } from '../../domain/profiles/history';
import { dayNumber } from '../../domain/profiles/dates';
import { Ranking, type RankedList } from '../../domain/profiles/rank';
import { RFG_DEFAULT, windowStart } from '../../domain/profiles/score';
import { projectRoot } from '../../platform/checkout';
import { readHistories } from '../../platform/profiles/histories';
import { median, rounded, timed } from '../measure';
import type { Report } from '../report';

const AS_OF = dayNumber('2026-09-30');
const KEPT = 200;
/** Events of one person; `rank_duckdb.py` makes the same. */
const EACH = 10;
const BLOCK = 100_000;

/** Histories of invented people: each event follows from its number. */
const SEED = `
  INSERT INTO profile_history (block, people, counts, facts, cchi, severity)
  SELECT n / ${BLOCK}, string_agg(int4send((n / ${EACH} + 1)::integer), '' ORDER BY n) FILTER (WHERE n % ${EACH} = 0),
    string_agg(int4send(${EACH}), '' ORDER BY n) FILTER (WHERE n % ${EACH} = 0),
    string_agg(int4send(((${AS_OF} - (n * 7919) % 1700) << ${DAY_SHIFT})::integer), '' ORDER BY n),
    string_agg(int4send(CASE WHEN n % 5 = 0 THEN -1 ELSE (n * 104729) % 90000 END::integer), '' ORDER BY n), ''
  FROM generate_series(0::bigint, $1::bigint - 1) n GROUP BY 1`;

/**
 * Time to rank everybody, over that of the same sums in DuckDB, in turns. Both have their data where it rests: ours in PostgreSQL, its in
 * its own memory. Both must find the same of the same people.
 */
export async function rfgDuckdbRatio(
  pool: Pool,
  programs: string,
  people: number,
  rounds: number,
  report: Report,
): Promise<number> {
  await pool.query('TRUNCATE profile_history');
  await pool.query(SEED, [people * EACH]);
  const duckdb = spawn(join(programs, 'python'), [
    join(projectRoot(), 'bench', 'profiles', 'rank_duckdb.py'),
    ...[people, EACH, AS_OF, windowStart(RFG_DEFAULT, AS_OF)].map(String),
  ]);
  try {
    const lines = createInterface({ input: duckdb.stdout });
    await once(lines, 'line');
    const bare = async () => {
      duckdb.stdin.write('\n');
      const [line] = (await once(lines, 'line')) as [string];
      return JSON.parse(line) as { readonly ms: number; readonly found: readonly number[] };
    };
    const ours = async () => {
      const ranking = new Ranking(RFG_DEFAULT, [{ role: 'suspect', area: 'all' }], AS_OF, KEPT);
      for await (const block of readHistories(pool, 'cchi')) ranking.add(block);
      return ranking.end().flatMap(foundIn);
    };
    const ratios: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      let found: readonly number[] | undefined;
      const ms = await timed(async () => (found = await ours()));
      const other = await bare();
      if (JSON.stringify(found) !== JSON.stringify(other.found)) throw new Error('The two have found other things');
      report.round(round, `${people * EACH} events of ${people} people ranked, ms`, { ours: ms, bare: other.ms });
      ratios.push(ms / other.ms);
    }
    return rounded(median(ratios));
  } finally {
    duckdb.kill();
  }
}

/** What both must find, as whole numbers. */
function foundIn({ people, events, harm, unmapped, concentration, top }: RankedList): readonly number[] {
  const held = concentration.map((one) => Math.round(one.harm * harm));
  return [people, events, harm, unmapped, ...held, ...top.flatMap((one) => [one.person, one.unmapped, one.forces])];
}
