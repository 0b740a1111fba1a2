import type { Pool } from 'pg';
import { recipients, SUPERVISORS, type Concerned } from '../../domain/inbox/recipients';
import type { EventType, OperationEvent } from '../../domain/operation/events';
import type { TimelineJob } from '../../platform/queues/timeline';

type Told = Pick<OperationEvent, 'type' | 'payload' | 'actor'>;

/** What else an event brings about, by its type: done before it leaves the outbox, so that it is done again until it is. */
export type Effects = { readonly [T in EventType]?: (job: TimelineJob) => Promise<void> };

/** Several effects of the same events, one after the other. */
export function together(...all: readonly Effects[]): Effects {
  const types = [...new Set(all.flatMap((effects) => Object.keys(effects)))] as EventType[];
  const each = (type: EventType) => async (job: TimelineJob) => {
    for (const effects of all) await effects[type]?.(job);
  };
  return Object.fromEntries(types.map((type) => [type, each(type)]));
}

/** Tells those whom an event concerns, and takes it out of the outbox, together. Safe to repeat. */
export async function deliver(pool: Pool, job: TimelineJob, effects: Effects = {}): Promise<void> {
  const { outbox } = job;
  const { rows } = await pool.query<{ event: Told; operation: Concerned }>(
    `SELECT jsonb_build_object('type', e.event_type, 'payload', e.payload_json, 'actor', e.actor) AS event,
            o.brief AS operation
     FROM outbox b JOIN timeline_event e USING (operation, sequence) JOIN operation o ON o.reference = b.operation
     WHERE b.id = $1`,
    [outbox],
  );
  const found = rows[0];
  // No row: the job is a repeat of one that was done.
  if (!found) return;
  await effects[found.event.type]?.(job);
  await pool.query(
    `WITH told AS (
       INSERT INTO inbox_item (person, position, operation, event_type, occurred_at)
       SELECT person, b.position, b.operation, e.event_type, e.occurred_at
       FROM outbox b JOIN timeline_event e USING (operation, sequence), LATERAL (
         SELECT unnest($2::text[]) AS person
         UNION SELECT p.id FROM person p JOIN operation o ON o.reference = b.operation
         WHERE '${SUPERVISORS}' = ANY ($2) AND 'supervisor' = ANY (p.roles) AND p.force = o.lead_force AND p.id <> e.actor) told
       WHERE b.id = $1 AND person <> '${SUPERVISORS}'
       ON CONFLICT DO NOTHING
     )
     DELETE FROM outbox WHERE id = $1`,
    [outbox, recipients(found.event, found.operation)],
  );
}
