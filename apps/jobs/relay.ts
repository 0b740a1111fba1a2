import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { FEED_CHANNEL, timelineJobId, type TimelineJob } from '../../platform/queues/timeline';

const BATCH = 500;
/** A queued job that has not been done by then may have been lost with Redis, and is queued again. */
const LOST_AFTER = '30 seconds';

/**
 * One round of the outbox relay: gives waiting events their gapless positions, nudges the live streams, and queues a job
 * for each row that has none. A row stays until its job is done, so nothing is lost with Redis; positions need no Redis.
 *
 * @returns whether more may be waiting
 */
export async function relayRound(
  pool: Pool,
  queue: Pick<Queue<TimelineJob>, 'addBulk'>,
  redis: Pick<Redis, 'publish'>,
): Promise<boolean> {
  const placed = await place(pool);
  const waiting = await toQueue(pool);
  // Said first: while Redis is away it fails at once, where queueing would wait and hold up the next round's positions.
  if (placed > 0 || waiting.length > 0) await redis.publish(FEED_CHANNEL, '');
  if (waiting.length > 0) {
    await queue.addBulk(
      waiting.map((outbox) => ({ name: 'event', data: { outbox }, opts: { jobId: timelineJobId(outbox) } })),
    );
    await pool.query('UPDATE outbox SET queued_at = clock_timestamp() WHERE id = ANY($1)', [waiting]);
  }
  return placed === BATCH || waiting.length === BATCH;
}

/** Looks before it asks for the one writer's lock, five times a second. */
async function place(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ placed: number }>(
    `SELECT CASE WHEN EXISTS (SELECT FROM outbox WHERE position IS NULL) THEN place_events($1) ELSE 0 END AS placed`,
    [BATCH],
  );
  return rows[0]?.placed ?? 0;
}

async function toQueue(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM outbox
     WHERE position IS NOT NULL AND (queued_at IS NULL OR queued_at < clock_timestamp() - interval '${LOST_AFTER}')
     ORDER BY position LIMIT ${BATCH}`,
  );
  return rows.map(({ id }) => id);
}
