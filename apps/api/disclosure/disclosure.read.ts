import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { EventPayloads } from '../../../domain/operation/events';
import type { TextRef } from '../../../domain/text/text';
import type { Marking } from '../../../domain/operation/codes';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { noOperation } from '../http/reference';
import { TextRead } from '../timeline/text.read';
import { TITLES, type DisclosureSchedule, type Schedule } from './disclosure.schema';

const TYPES = ['disclosureItemListed', 'disclosureItemAmended', 'disclosureDecided'] as const;
type Told = {
  [T in (typeof TYPES)[number]]: {
    readonly type: T;
    readonly payload: EventPayloads[T];
    readonly actor: string;
    readonly happenedAt: Date;
  };
}[(typeof TYPES)[number]];

interface Row {
  readonly sequence: number;
  readonly marking: Marking | null;
  readonly events: readonly (Omit<Told, 'happenedAt'> & { readonly happenedAt: string })[];
}

interface Item {
  readonly item: string;
  readonly schedule: Schedule;
  readonly description: TextRef;
  readonly listedBy: string;
  readonly listedAt: string;
  readonly decision: EventPayloads['disclosureDecided']['decision'] | null;
  readonly reason: TextRef | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** Reads disclosure schedules from the timeline, where each item's wording and decision are. */
@Injectable()
export class DisclosureRead {
  constructor(
    private readonly readings: Readings,
    private readonly texts: TextRead,
  ) {}

  /**
   * A schedule as it stands, in two round trips: its events, and their texts.
   *
   * @throws Problem `not-found`
   */
  one(reference: string, schedule: Schedule, actor: Actor): Promise<DisclosureSchedule> {
    return this.readings.as(actor, (reader) => this.read(reader, reference, schedule));
  }

  private async read(reader: Reader, reference: string, schedule: Schedule): Promise<DisclosureSchedule> {
    const values: unknown[] = [reference, TYPES];
    const { rows } = await reader.query<Row>(
      `SELECT o.sequence, o.marking, coalesce(jsonb_agg(jsonb_build_object(
                'type', e.event_type, 'payload', e.payload_json, 'actor', e.actor, 'happenedAt', rfc3339(e.happened_at)
              ) ORDER BY e.sequence) FILTER (WHERE e.sequence IS NOT NULL), '[]') AS events
       FROM operation o LEFT JOIN timeline_event e ON e.operation = o.reference AND e.event_type = ANY($2)
       WHERE o.reference = $1 AND ${seenBy(reader, placing(values), 'o')} GROUP BY o.reference`,
      values,
    );
    const row = rows[0];
    if (!row) throw noOperation(reference);
    const items = itemsOf(row.events).filter((item) => item.schedule === schedule);
    const shown = await this.texts.into(
      reader,
      reference,
      items.map(({ schedule: _, ...item }) => item),
    );
    const { sequence, marking } = row;
    return {
      operation: reference,
      marking,
      schedule,
      title: TITLES[schedule],
      sequence,
      items: shown as DisclosureSchedule['items'],
    };
  }
}

/** The items as their events leave them, in the order they were listed. */
function itemsOf(events: Row['events']): readonly Item[] {
  const items = new Map<string, Item>();
  for (const { type, payload, actor, happenedAt } of events as readonly (Told & { happenedAt: string })[]) {
    const known = items.get(payload.item);
    if (type === 'disclosureItemListed')
      items.set(payload.item, {
        ...payload,
        listedBy: actor,
        listedAt: happenedAt,
        decision: null,
        reason: null,
        decidedBy: null,
        decidedAt: null,
      });
    else if (known && type === 'disclosureItemAmended') items.set(payload.item, { ...known, ...payload });
    else if (known && type === 'disclosureDecided')
      items.set(payload.item, { ...known, ...payload, decidedBy: actor, decidedAt: happenedAt });
  }
  return [...items.values()];
}
