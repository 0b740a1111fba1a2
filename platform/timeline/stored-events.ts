import type { Pool, PoolClient } from 'pg';
import type { StoredEvent } from './chain';

/** `faithful`: what readers are shown of it is what was hashed. */
export type ReadEvent = StoredEvent & { readonly faithful: boolean };

const PAGE = 500;

/** An operation's events in pages, oldest first, each as its row holds it. */
export async function* readEvents(
  connection: Pick<PoolClient, 'query'>,
  reference: string,
): AsyncGenerator<readonly ReadEvent[]> {
  for (let after = 0; ;) {
    const events = await readPage(connection, reference, after);
    if (events.length > 0) yield events;
    if (events.length < PAGE) return;
    after = (events[events.length - 1] as ReadEvent).sequence;
  }
}

async function readPage(
  connection: Pick<PoolClient, 'query'>,
  reference: string,
  after: number,
): Promise<readonly ReadEvent[]> {
  const { rows } = await connection.query<ReadEvent & { happenedAt: Date; occurredAt: Date }>(
    `SELECT sequence, event_type AS type, event_version AS version, happened_at AS "happenedAt",
            occurred_at AS "occurredAt", actor, command_id AS "commandId", index, payload,
            encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash,
            payload::jsonb = payload_json AS faithful
     FROM timeline_event WHERE operation = $1 AND sequence > $2 ORDER BY sequence LIMIT ${PAGE}`,
    [reference, after],
  );
  return rows.map((row) => ({
    ...row,
    happenedAt: row.happenedAt.toISOString(),
    occurredAt: row.occurredAt.toISOString(),
  }));
}

/** Runs a reading in one transaction, so that all of it sees the same moment. */
export async function reading<T>(pool: Pool, read: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await read(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    // Its transaction is of no more use: the connection is thrown away with it.
    broken = error as Error;
    throw error;
  } finally {
    connection.release(broken);
  }
}
