import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { FEED_CHANNEL, type PlacedEvent } from '../../platform/queues/timeline';

const BATCH = 500;
/** A queued job that has not been done by then may have been lost with Redis, and is queued again. */
const LOST_AFTER = '30 seconds';

/**
 * One round of the outbox relay: gives waiting events their gapless positions, nudges the live streams, and queues a job
 * for each row that has none. A row stays until its job is done, so nothing is lost with Redis.
 *
 * @returns whether more may be waiting
 */
export async function relayRound(pool: Pool, queue: Queue<PlacedEvent>, redis: Redis): Promise<boolean> {
  const { rows: placed } = await pool.query<{ placed: number }>('SELECT place_events($1) AS placed', [BATCH]);
  const count = placed[0]?.placed ?? 0;
  if (count > 0) await redis.publish(FEED_CHANNEL, '').catch(() => undefined);

  const { rows } = await pool.query<{ id: string; position: string; operation: string; sequence: number }>(
    `SELECT id, position, operation, sequence FROM outbox
     WHERE position IS NOT NULL AND (queued_at IS NULL OR queued_at < now() - interval '${LOST_AFTER}')
     ORDER BY position LIMIT ${BATCH}`,
  );
  if (rows.length > 0) {
    await queue.addBulk(
      rows.map(({ id, ...event }) => ({ name: 'event', data: event, opts: { jobId: `outbox-${id}` } })),
    );
    await pool.query('UPDATE outbox SET queued_at = now() WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
  }
  return count === BATCH || rows.length === BATCH;
}
