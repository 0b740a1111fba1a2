import type { Queue } from 'bullmq';
import type { Pool } from 'pg';
import { maySee, type Standing } from '../../domain/access/need-to-know';
import { EVENT_TYPES } from '../../domain/operation/fold';
import { remitOfSubscription, type Subscription } from '../../domain/webhooks/subscription';
import type { TimelineJob } from '../../platform/queues/timeline';
import { ATTEMPTS, webhookJobId, type WebhookJob } from '../../platform/queues/webhooks';
import type { PayloadKey } from '../../platform/temporal/payload-codec';
import { addressProblem, type AddressPolicy } from '../../platform/webhooks/addresses';
import { sign, type Message } from '../../platform/webhooks/message';
import { openSecret } from '../../platform/webhooks/secrets';
import { send, type Sent } from '../../platform/webhooks/send';
import type { Effects } from './inbox';

const BATCH = 500;
/** A waiting delivery that was queued so long ago is queued again, in case Redis has lost it; one that is there stays one. */
const LOST_AFTER = '1 minute';
/** A webhook that has answered nothing well for so long is switched off. */
const GIVEN_UP_AFTER = '5 days';

export interface WebhookTools {
  readonly pool: Pool;
  readonly keys: readonly PayloadKey[];
  readonly addresses: AddressPolicy;
}

interface Waiting extends Subscription, Standing {
  readonly url: string;
  readonly eventType: string;
  readonly happenedAt: string;
  readonly reference: string | null;
  readonly sequence: number | null;
  readonly attempts: number;
  readonly secret: string;
  /** The one before, while it counts. */
  readonly oldSecret: string | null;
  readonly now: string;
}

/** Makes a delivery for each webhook that an event is for. The event stays in the outbox until that is done. Safe to repeat. */
export function notifying(pool: Pool): Effects {
  const note = async ({ outbox }: TimelineJob) => {
    const { rows } = await pool.query<Subscription & Standing & { readonly now: string }>(
      `SELECT w.id, w.force, w.stages, w.clearance, o.brief ->> 'stage' AS stage, o.lead_force AS "leadForce",
              o.marking, o.brief -> 'named' AS named, rfc3339(clock_timestamp()) AS now
       FROM outbox b JOIN timeline_event e USING (operation, sequence) JOIN operation o ON o.reference = b.operation
       JOIN webhook w ON w.active AND NOT w.removed AND e.event_type = ANY (w.types)
       WHERE b.id = $1`,
      [outbox],
    );
    const told = rows.filter((row) => maySee(remitOfSubscription(row), row, row.now)).map(({ id }) => id);
    if (told.length === 0) return;
    await pool.query(
      `INSERT INTO webhook_delivery (webhook, event_type, operation, sequence, happened_at)
       SELECT unnest($2::text[]), e.event_type, e.operation, e.sequence, e.happened_at
       FROM outbox b JOIN timeline_event e USING (operation, sequence) WHERE b.id = $1 ON CONFLICT DO NOTHING`,
      [outbox, told],
    );
  };
  return Object.fromEntries(EVENT_TYPES.map((type) => [type, note]));
}

/**
 * One round: queues the deliveries that wait, of webhooks that are on. A row waits until it is settled, so that nothing is lost with Redis.
 *
 * @returns whether more may be waiting
 */
export async function webhookRound(pool: Pool, queue: Pick<Queue<WebhookJob>, 'addBulk'>): Promise<boolean> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT d.id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook AND w.active AND NOT w.removed
     WHERE d.status = 'waiting' AND (d.queued_at IS NULL OR d.queued_at < clock_timestamp() - interval '${LOST_AFTER}')
     ORDER BY d.made_at LIMIT ${BATCH}`,
  );
  if (rows.length === 0) return false;
  await queue.addBulk(
    rows.map(({ id }) => ({ name: 'delivery', data: { delivery: id }, opts: { jobId: webhookJobId(id) } })),
  );
  await pool.query('UPDATE webhook_delivery SET queued_at = clock_timestamp() WHERE id = ANY ($1)', [
    rows.map(({ id }) => id),
  ]);
  return rows.length === BATCH;
}

/**
 * Tries a delivery once. What its webhook does not see any more is withheld.
 *
 * @throws Error for one that is to be tried again
 */
export async function deliverMessage(tools: WebhookTools, { delivery }: WebhookJob): Promise<void> {
  const { pool } = tools;
  const { rows } = await pool.query<Waiting>(
    `SELECT w.id, w.url, w.force, w.stages, w.clearance, w.secret, CASE WHEN w.old_until > now() THEN w.old_secret END AS "oldSecret",
            d.event_type AS "eventType", rfc3339(d.happened_at) AS "happenedAt", d.operation AS reference, d.sequence, d.attempts,
            o.brief ->> 'stage' AS stage, o.lead_force AS "leadForce", o.marking, o.brief -> 'named' AS named,
            rfc3339(now()) AS now
     FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook LEFT JOIN operation o ON o.reference = d.operation
     WHERE d.id = $1 AND d.status = 'waiting' AND w.active AND NOT w.removed`,
    [delivery],
  );
  const [waiting] = rows;
  // A repeat of one that was settled, or its webhook is off.
  if (!waiting) return;
  if (waiting.reference !== null && !maySee(remitOfSubscription(waiting), waiting, waiting.now)) {
    await pool.query(`UPDATE webhook_delivery SET status = 'withheld' WHERE id = $1`, [delivery]);
    return;
  }
  const secrets = [waiting.secret, waiting.oldSecret].filter((secret) => secret !== null);
  const message = sign(
    messageOf(delivery, waiting),
    secrets.map((secret) => openSecret(secret, tools.keys)),
    new Date(),
  );
  // The configuration may have changed since the address was given.
  const problem = addressProblem(waiting.url, tools.addresses);
  const sent = problem === undefined ? await send(waiting.url, message, tools.addresses) : { trouble: problem };
  await settle(pool, delivery, waiting, sent);
}

const messageOf = (id: string, { eventType, happenedAt, reference, sequence }: Waiting): Message => ({
  id,
  type: eventType,
  timestamp: happenedAt,
  data: reference === null || sequence === null ? {} : { reference, sequence },
});

async function settle(pool: Pool, delivery: string, { id, attempts }: Waiting, sent: Sent): Promise<void> {
  const answer = 'answer' in sent ? sent.answer : null;
  const trouble = 'trouble' in sent ? sent.trouble : null;
  const isTaken = answer !== null && answer >= 200 && answer < 300;
  const isGone = answer === 410;
  const isLast = attempts + 1 >= ATTEMPTS || isGone;
  await pool.query(
    `WITH hook AS (
       UPDATE webhook SET
         failing_since = CASE WHEN $3 THEN NULL ELSE coalesce(failing_since, clock_timestamp()) END,
         active = active AND NOT $4 AND ($3 OR coalesce(failing_since > clock_timestamp() - interval '${GIVEN_UP_AFTER}', true)),
         off_because = CASE WHEN $4 THEN 'gone'
                            WHEN NOT $3 AND failing_since <= clock_timestamp() - interval '${GIVEN_UP_AFTER}' THEN 'failing' END
       WHERE id = $2 AND active AND ($4 OR NOT $3 OR failing_since IS NOT NULL)
     )
     UPDATE webhook_delivery SET status = $5, attempts = attempts + 1, answer = $6, trouble = $7, tried_at = clock_timestamp()
     WHERE id = $1`,
    [delivery, id, isTaken, isGone, isTaken ? 'delivered' : isLast ? 'failed' : 'waiting', answer, trouble],
  );
  if (!isTaken && !isLast) throw new Error(trouble ?? `Answered ${answer}`);
}
