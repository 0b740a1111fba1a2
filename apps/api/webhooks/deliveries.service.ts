import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { nextLink, page } from '../http/cursor';
import { Problem } from '../http/problems';
import {
  deliveryCursor,
  type DeliveriesQuery,
  type Delivery,
  type DeliveryPage,
  type ReplayRequest,
} from './webhook.schema';
import { Webhooks } from './webhooks.service';

const COLUMNS = `id, event_type AS type, rfc3339(happened_at) AS "happenedAt", status, attempts, answer, trouble,
  rfc3339(tried_at) AS "triedAt", rfc3339(made_at) AS "madeAt"`;
/** Anew: the jobs process queues it within a second. */
const AGAIN = `status = 'waiting', attempts = 0, queued_at = NULL`;

/** What was sent to webhooks, and sends it again. What a message is about is not told: its keepers see no operations. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly pool: Pool,
    private readonly webhooks: Webhooks,
  ) {}

  /** One page, newest first. @throws Problem `not-found` */
  async page(webhook: string, query: DeliveriesQuery): Promise<DeliveryPage> {
    await this.webhooks.one(webhook);
    const [before, id] = query.cursor === undefined ? [null, null] : deliveryCursor.decode(query.cursor);
    const { rows } = await this.pool.query<Delivery>(
      `SELECT ${COLUMNS} FROM webhook_delivery
       WHERE webhook = $1 AND ($2::text IS NULL OR status = $2)
         AND ($3::timestamptz IS NULL OR (made_at, id) < ($3, $4))
       ORDER BY made_at DESC, id DESC LIMIT $5`,
      [webhook, query.status ?? null, before, id, query.limit + 1],
    );
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next:
        last &&
        nextLink(`/api/v1/webhooks/${webhook}/deliveries`, query, deliveryCursor.encode([last.madeAt, last.id])),
    };
  }

  /**
   * Sends a message that tells nothing, to see whether it arrives. The same key sends one.
   *
   * @throws Problem `not-found`
   */
  async test(webhook: string, id: string): Promise<Delivery> {
    await this.webhooks.one(webhook);
    await this.pool.query(
      `INSERT INTO webhook_delivery (id, webhook, event_type, happened_at) VALUES ($1, $2, 'webhook.test', clock_timestamp())
       ON CONFLICT DO NOTHING`,
      [id, webhook],
    );
    return this.one(webhook, id);
  }

  /** Sends a message again, however it ended. One that waits goes on waiting. @throws Problem `not-found` */
  async replay(webhook: string, id: string): Promise<Delivery> {
    await this.webhooks.one(webhook);
    await this.pool.query(
      `UPDATE webhook_delivery SET ${AGAIN} WHERE webhook = $1 AND id = $2 AND status <> 'waiting'`,
      [webhook, id],
    );
    return this.one(webhook, id);
  }

  /** Sends all messages of a period again. Answers how many. @throws Problem `not-found` */
  async replayAll(webhook: string, { from, until }: ReplayRequest): Promise<number> {
    await this.webhooks.one(webhook);
    const { rowCount } = await this.pool.query(
      `UPDATE webhook_delivery SET ${AGAIN} WHERE webhook = $1 AND made_at >= $2 AND made_at < $3 AND status <> 'waiting'`,
      [webhook, from, until],
    );
    return rowCount ?? 0;
  }

  private async one(webhook: string, id: string): Promise<Delivery> {
    const { rows } = await this.pool.query<Delivery>(
      `SELECT ${COLUMNS} FROM webhook_delivery WHERE webhook = $1 AND id = $2`,
      [webhook, id],
    );
    if (!rows[0]) throw noDelivery();
    return rows[0];
  }
}

export const noDelivery = () => new Problem('not-found', 'This webhook has no such message.');
