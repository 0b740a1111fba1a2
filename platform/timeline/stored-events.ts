import type { Queries } from '../access/reading';
import type { StoredEvent } from './chain';

/** `faithful`: what readers are shown of it is what was hashed. */
export type ReadEvent = StoredEvent & { readonly faithful: boolean };

const PAGE = 500;

/** An operation's events in pages, oldest first, each as its row holds it. */
export async function* readEvents(connection: Queries, reference: string): AsyncGenerator<readonly ReadEvent[]> {
  for (let after = 0; ;) {
    const events = await readPage(connection, reference, after);
    if (events.length > 0) yield events;
    if (events.length < PAGE) return;
    after = (events[events.length - 1] as ReadEvent).sequence;
  }
}

async function readPage(connection: Queries, reference: string, after: number): Promise<readonly ReadEvent[]> {
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
