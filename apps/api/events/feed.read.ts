import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { FeedEvent } from './feed.schema';

type Row = Omit<FeedEvent, 'position'> & { readonly position: string };

/** Reads the feed, the gapless order of all events. */
@Injectable()
export class FeedRead {
  constructor(private readonly pool: Pool) {}

  /** Position of the newest event. */
  async head(): Promise<number> {
    const { rows } = await this.pool.query<{ position: string }>({
      name: 'feed_head',
      text: 'SELECT position FROM feed_head',
    });
    return Number(rows[0]?.position ?? 0);
  }

  /** Events after a position in order, of one operation or of all. */
  async after(position: number, operation: string | null, limit: number): Promise<readonly FeedEvent[]> {
    const { rows } = await this.pool.query<Row>({
      name: operation === null ? 'feed' : 'feed_of_operation',
      text: `SELECT f.position, f.operation AS reference, f.sequence, e.event_type AS type, rfc3339(e.happened_at) AS "happenedAt",
                    rfc3339(e.occurred_at) AS "occurredAt", e.actor, e.payload_json AS payload
             FROM feed f JOIN timeline_event e ON e.operation = f.operation AND e.sequence = f.sequence
             WHERE f.position > $1 ${operation === null ? '' : 'AND f.operation = $3'}
             ORDER BY f.position LIMIT $2`,
      values: operation === null ? [position, limit] : [position, limit, operation],
    });
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  }
}
