import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { masked } from '../access/mask';
import { EventIds } from './event-ids';
import type { FeedEvent } from './feed.schema';

/** An event of the feed with its place in it. */
export interface Placed {
  readonly position: number;
  readonly event: FeedEvent;
}

type Row = Omit<FeedEvent, 'id'> & { readonly position: string };

/** Reads the feed, the gapless order of all events. */
@Injectable()
export class FeedRead {
  constructor(
    private readonly pool: Pool,
    private readonly ids: EventIds,
  ) {}

  /** Position of the newest event. */
  async head(): Promise<number> {
    const { rows } = await this.pool.query<{ position: string }>({
      name: 'feed_head',
      text: 'SELECT position FROM feed_head',
    });
    return Number(rows[0]?.position ?? 0);
  }

  /** Events after a position in order that somebody sees as things are now, of one operation or of all. */
  async after(reader: Reader, position: number, operation: string | null, limit: number): Promise<readonly Placed[]> {
    const values: unknown[] = [position, limit];
    const place = placing(values);
    const one = operation === null ? '' : `AND f.operation = ${place(operation)}`;
    const { rows } = await reader.query<Row>(
      `SELECT f.position, f.operation AS reference, f.sequence, e.event_type AS type, rfc3339(e.happened_at) AS "happenedAt",
              rfc3339(e.occurred_at) AS "occurredAt", e.actor, e.payload_json AS payload
       FROM feed f JOIN timeline_event e ON e.operation = f.operation AND e.sequence = f.sequence
       JOIN operation o ON o.reference = f.operation
       WHERE f.position > $1 ${one} AND ${seenBy(reader, place, 'o')}
       ORDER BY f.position LIMIT $2`,
      values,
    );
    const shown = await masked(reader, [...new Set(rows.map(({ reference }) => reference))], rows);
    return shown.map(({ position: at, ...event }) => ({
      position: Number(at),
      event: { id: this.ids.of(Number(at)), ...event },
    }));
  }
}
