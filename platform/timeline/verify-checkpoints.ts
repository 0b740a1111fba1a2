import type { Pool } from 'pg';
import { readCheckpoint, type Checkpoint } from './checkpoint';
import type { Problem } from './chain';
import { signedLines, type CheckpointSource } from './signed-line';

/** A problem of one operation, or of line `sequence` of the checkpoints themselves (`operation` is then `null`). */
export interface CheckpointProblem extends Problem {
  readonly operation: string | null;
}

/**
 * Compares the timelines with what was signed outside the database: who rewrites a whole chain, or takes it away, cannot
 * make it end in the heads that the checkpoints know. Works line by line, so any number of them costs no memory.
 *
 * @param only one operation to look at; default: all
 * @param tell told of each problem
 * @returns how many lines there were
 */
export async function verifyCheckpoints(
  pool: Pool,
  source: CheckpointSource,
  tell: (problem: CheckpointProblem) => void,
  only?: string,
): Promise<number> {
  let lines = 0;
  const tellOfLine = (sequence: number, problem: string) => tell({ operation: null, sequence, problem });
  for await (const { nth, value } of signedLines(source, readCheckpoint, tellOfLine)) {
    lines = nth;
    if (value) await compareHeads(pool, value, tell, only);
  }
  return lines;
}

async function compareHeads(
  pool: Pool,
  { at, heads }: Checkpoint,
  tell: (problem: CheckpointProblem) => void,
  only: string | undefined,
): Promise<void> {
  const wanted = only === undefined ? heads : heads.filter(({ operation }) => operation === only);
  if (wanted.length === 0) return;
  const { rows } = await pool.query<{ operation: string; sequence: number; hash: string | null }>(
    `SELECT operation, sequence, encode(e.hash, 'hex') AS hash
     FROM unnest($1::text[], $2::integer[]) AS signed(operation, sequence)
     LEFT JOIN timeline_event e USING (operation, sequence)`,
    [wanted.map(({ operation }) => operation), wanted.map(({ sequence }) => sequence)],
  );
  const now = new Map(rows.map(({ operation, sequence, hash }) => [`${operation} ${sequence}`, hash]));
  for (const { operation, sequence, hash } of wanted) {
    const found = now.get(`${operation} ${sequence}`);
    if (found === hash) continue;
    const what = found ? 'is not the event' : 'is missing: there was one';
    tell({ operation, sequence, problem: `${what} that the checkpoint of ${at} has signed` });
  }
}
