import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { StoredFiles } from '../files/stored-files';
import type { FileStore } from '../files/file-store';
import { inLanes } from '../lanes';
import { verifyOperation } from './verify';
import type { CheckpointSource } from './signed-line';
import { verifyCheckpoints } from './verify-checkpoints';

export interface VerifyOptions {
  /** Asked for the heads of running workflows; without it they are not compared. */
  readonly client?: Client;
  readonly checkpoints: CheckpointSource;
  /** Looked into for every file that is kept; without it, none is. */
  readonly store?: FileStore;
  /** One operation; default: all. */
  readonly only?: string | undefined;
  /** Told of each problem, one line of text. */
  readonly say: (line: string) => void;
}

export interface Totals {
  readonly operations: number;
  readonly events: number;
  /** Operations without any problem. */
  readonly verified: number;
  readonly problems: number;
  readonly checkpoints: number;
  /** Different contents of files that were read. */
  readonly files: number;
  /** Operations whose workflow gave no answer, so that only their records were proved. */
  readonly unanswered: number;
}

const LANES = 4;
const PAGE = 500;

/** Proves timelines one by one, in bounded memory, and compares them with the signed checkpoints. */
export async function verifyAll(pool: Pool, { client, checkpoints, store, only, say }: VerifyOptions): Promise<Totals> {
  const totals = { operations: 0, events: 0, verified: 0, problems: 0, checkpoints: 0, files: 0, unanswered: 0 };
  const stored = store && new StoredFiles(store);
  const contradicted = new Set<string>();
  totals.checkpoints = await verifyCheckpoints(
    pool,
    checkpoints,
    ({ operation, sequence, problem }) => {
      totals.problems += 1;
      if (operation !== null) contradicted.add(operation);
      say(operation === null ? `checkpoint ${sequence}: ${problem}` : `${operation} at ${sequence}: ${problem}`);
    },
    only,
  );
  await inLanes(only === undefined ? references(pool) : one(only), LANES, async (reference) => {
    const { verified, sequence, problems, workflow } = await verifyOperation(pool, reference, client, {
      store: stored,
    });
    totals.operations += 1;
    totals.events += sequence;
    totals.problems += problems.length;
    if (workflow === 'no-answer') totals.unanswered += 1;
    if (verified && !contradicted.has(reference)) totals.verified += 1;
    for (const { sequence, problem } of problems) say(`${reference} at ${sequence}: ${problem}`);
  });
  totals.files = stored?.count ?? 0;
  return totals;
}

async function* one(reference: string): AsyncGenerator<string> {
  yield reference;
}

/** Every operation that has a row or an event: who takes away one of the two does not hide it. */
async function* references(pool: Pool): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ reference: string }>(
      `(SELECT reference FROM operation WHERE reference > $1 ORDER BY reference LIMIT ${PAGE})
       UNION (SELECT DISTINCT operation FROM timeline_event WHERE operation > $1 ORDER BY operation LIMIT ${PAGE})
       ORDER BY reference LIMIT ${PAGE}`,
      [after],
    );
    for (const { reference } of rows) yield reference;
    if (rows.length < PAGE) return;
    after = (rows[rows.length - 1] as { reference: string }).reference;
  }
}
