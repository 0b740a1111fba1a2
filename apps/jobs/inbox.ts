import type { Pool } from 'pg';
import { recipients } from '../../domain/inbox/recipients';
import type { OperationEvent } from '../../domain/operation/events';
import type { OperationState } from '../../domain/operation/state';
import type { PlacedEvent } from '../../platform/queues/timeline';

/** Tells those whom an event concerns, and takes it out of the outbox, together. Safe to repeat. */
export async function deliver(pool: Pool, { position, operation, sequence }: PlacedEvent): Promise<void> {
  const { rows } = await pool.query<{ event: OperationEvent; state: OperationState }>(
    `SELECT jsonb_build_object('type', e.event_type, 'version', e.event_version, 'payload', e.payload_json,
              'sequence', e.sequence, 'actor', e.actor, 'occurredAt', rfc3339(e.occurred_at),
              'happenedAt', rfc3339(e.happened_at)) AS event, o.state
     FROM timeline_event e JOIN operation o ON o.reference = e.operation
     WHERE e.operation = $1 AND e.sequence = $2`,
    [operation, sequence],
  );
  const found = rows[0];
  if (!found) throw new Error(`${operation} has no event ${sequence}`);
  const { event, state } = found;
  await pool.query(
    `WITH told AS (
       INSERT INTO inbox_item (person, position, operation, event_type, occurred_at)
       SELECT person, $1, $2, $4, $5 FROM unnest($6::text[]) AS person
       ON CONFLICT DO NOTHING
     )
     DELETE FROM outbox WHERE operation = $2 AND sequence = $3`,
    [position, operation, sequence, event.type, event.occurredAt, recipients(event, state)],
  );
}
