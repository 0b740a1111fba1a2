import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { readCheckpoint, type CheckpointHead } from '../../platform/timeline/checkpoint';
import { appendSigned } from './signed-file';

/** Events of the feed that one line covers, so that any number of changed operations costs little memory. */
const EVENTS_A_LINE = 1_000;
const LOCK = 1466006893;

/**
 * Signs where every timeline ends that has grown since the last line, as lines of a file outside the database. The feed's
 * positions are gapless, so an operation whose record commits late is in a later line and never left out.
 */
export function checkpointRound(pool: Pool, path: string, key: KeyObject): Promise<void> {
  return appendSigned(pool, { path, key, lock: LOCK }, async (connection, file) => {
    const { rows } = await connection.query<{ position: string }>('SELECT position FROM feed_head');
    const end = Number(rows[0]?.position ?? 0);
    for (let position = goOnFrom(file.last, key, end); position < end;) {
      const upTo = Math.min(position + EVENTS_A_LINE, end);
      const heads = await headsBetween(connection, position, upTo);
      await file.append({ at: new Date().toISOString(), position: upTo, heads });
      position = upTo;
    }
  });
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
