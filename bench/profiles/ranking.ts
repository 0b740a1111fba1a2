import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Pool } from 'pg';
import { DAY_SHIFT } from '../../domain/profiles/history';
import { RFG_DEFAULT, windowStart } from '../../domain/profiles/score';
import { compiled, projectRoot } from '../../platform/checkout';
import { median, rounded } from '../measure';
import type { Report } from '../report';
import { AS_OF } from './rank-ours';

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

/** What a side found, and how long it took. */
export interface Ranked {
  readonly ms: number;
  readonly found: readonly number[];
}

/**
 * Time to rank everybody, over that of the same sums in DuckDB, in turns. Each is a process of its own and has its data where it rests: ours in
 * PostgreSQL, its in its own memory. Both must find the same of the same people.
 */
export async function rfgDuckdbRatio(
  owner: { readonly pool: Pool; readonly url: string },
  programs: string,
  people: number,
  rounds: number,
  report: Report,
): Promise<number> {
  await owner.pool.query('TRUNCATE profile_history');
  await owner.pool.query(SEED, [people * EACH]);
  const ours = new Side(process.execPath, [compiled('bench/profiles/rank-ours.js'), owner.url]);
  const bare = new Side(join(programs, 'python'), [
    join(projectRoot(), 'bench', 'profiles', 'rank_duckdb.py'),
    ...[people, EACH, AS_OF, windowStart(RFG_DEFAULT, AS_OF)].map(String),
  ]);
  try {
    await Promise.all([ours.ready, bare.ready]);
    const ratios: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const [us, other] = [await ours.ranked(), await bare.ranked()];
      if (JSON.stringify(us.found) !== JSON.stringify(other.found)) throw new Error('The two have found other things');
      report.round(round, `${people * EACH} events of ${people} people ranked, ms`, { ours: us.ms, bare: other.ms });
      ratios.push(us.ms / other.ms);
    }
    return rounded(median(ratios));
  } finally {
    for (const side of [ours, bare]) side.end();
  }
}

/** A program that says when it is ready, and then ranks as often as it is given a line. */
class Side {
  readonly ready: Promise<unknown>;
  private readonly program: ChildProcess & { readonly stdin: Writable; readonly stdout: Readable };
  private readonly lines;

  constructor(command: string, args: readonly string[]) {
    this.program = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface({ input: this.program.stdout });
    this.ready = once(this.lines, 'line');
  }

  async ranked(): Promise<Ranked> {
    this.program.stdin.write('\n');
    const [line] = (await once(this.lines, 'line')) as [string];
    return JSON.parse(line) as Ranked;
  }

  end(): void {
    this.program.kill();
  }
}
