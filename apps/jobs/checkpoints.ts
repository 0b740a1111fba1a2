import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { digestOfLine, readCheckpoint, signCheckpoint, type CheckpointHead } from '../../platform/timeline/checkpoint';
import { LineFile } from '../../platform/timeline/checkpoint-file';

/** Events of the feed that one line covers, so that any number of changed operations costs little memory. */
const EVENTS_A_LINE = 1_000;
/** Held in the database while checkpoints are written: two processes would fork the chain of lines. */
const LOCK = 'SELECT pg_try_advisory_xact_lock(1466006893) AS held';

/**
 * Signs where every timeline ends that has grown since the last line, as lines of a file outside the database. The feed's
 * positions are gapless, so an operation whose record commits late is in a later line and never left out.
 */
export async function checkpointRound(pool: Pool, file: string, key: KeyObject): Promise<void> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('BEGIN');
    const { rows } = await connection.query<{ held: boolean }>(LOCK);
    if (rows[0]?.held) await writeLines(connection, file, key);
    await connection.query('COMMIT');
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    connection.release(broken);
  }
}

async function writeLines(connection: PoolClient, path: string, key: KeyObject): Promise<void> {
  const { rows } = await connection.query<{ position: string }>('SELECT position FROM feed_head');
  const end = Number(rows[0]?.position ?? 0);
  const file = await LineFile.open(path);
  try {
    let previous = file.last === undefined ? null : digestOfLine(file.last);
    for (let position = goOnFrom(file.last, key, end); position < end;) {
      const upTo = Math.min(position + EVENTS_A_LINE, end);
      const heads = await headsBetween(connection, position, upTo);
      const line = signCheckpoint({ at: new Date().toISOString(), position: upTo, heads, previous }, key);
      await file.append(line);
      previous = digestOfLine(line);
      position = upTo;
    }
  } finally {
    await file.close();
  }
}

/** From the beginning where the last line cannot be trusted, or knows a feed that the database has since lost. */
function goOnFrom(last: string | undefined, key: KeyObject, end: number): number {
  const position = last === undefined ? 0 : (readCheckpoint(last, key)?.position ?? 0);
  return position > end ? 0 : position;
}

async function headsBetween(connection: PoolClient, after: number, upTo: number): Promise<readonly CheckpointHead[]> {
  const { rows } = await connection.query<CheckpointHead>(
    `SELECT o.reference AS operation, o.sequence, encode(o.head_hash, 'hex') AS hash
     FROM operation o JOIN (SELECT DISTINCT operation FROM feed WHERE position > $1 AND position <= $2) changed
       ON changed.operation = o.reference
     ORDER BY o.reference`,
    [after, upTo],
  );
  return rows;
}
