import { Injectable } from '@nestjs/common';
import type { EventPayloads, EventType } from '../../../domain/operation/events';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy, seesOne } from '../../../platform/access/seen';
import type { Change } from '../http/problems';
import { askedOf } from './asked-of';
import type { CommandEvent, TimelineSummary } from './event.schema';
import type { TimelineFilters } from './timeline.schema';

const MAX_CHANGES = 100;

/** @typeParam After where the page before ended */
export interface PageOf<After> extends TimelineFilters {
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  readonly after: After | undefined;
}

/** An event's place among those of several operations: when it occurred, and what makes that unique. */
export type Place = readonly [occurredAt: string, operation: string, sequence: number];

const TOLD = `sequence, event_type AS type, rfc3339(happened_at) AS "happenedAt", rfc3339(occurred_at) AS "occurredAt"`;
const WHOLE = `operation, ${TOLD}, event_version AS version, rfc3339(recorded_at) AS "recordedAt", actor,
  command_id AS "commandId", index, payload_json AS payload, encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash`;

/** An event as readers are shown it. */
export interface ShownEvent extends CommandEvent {
  readonly operation: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly commandId: string;
  readonly index: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** An event of one of these types as recorded: its texts are references. */
export type RecordedEvent<T extends EventType> = {
  readonly [K in T]: Omit<CommandEvent, 'type' | 'payload'> & { readonly type: K; readonly payload: EventPayloads[K] };
}[T];

/** Reads the timeline, oldest first unless asked otherwise. */
@Injectable()
export class TimelineRead {
  /** A page of events, and one more where there is another page. */
  async page(reader: Reader, operation: string, { limit, order, after, ...filters }: PageOf<number>) {
    const values: unknown[] = [];
    const place = placing(values);
    const conditions = [
      `operation = ${place(operation)}`,
      seesOne(reader, place, operation),
      ...askedOf(filters, place),
    ];
    if (after !== undefined) conditions.push(`sequence ${order === 'asc' ? '>' : '<'} ${place(after)}`);
    const { rows } = await reader.query<ShownEvent>(
      `SELECT ${WHOLE} FROM timeline_event WHERE ${conditions.join(' AND ')} ORDER BY sequence ${order} LIMIT ${place(limit + 1)}`,
      values,
    );
    return rows;
  }

  /** A page of the events of several operations as they occurred, and one more where there is another page. */
  async pageOfAll(reader: Reader, operations: readonly string[], { limit, order, after, ...filters }: PageOf<Place>) {
    const values: unknown[] = [operations];
    const place = placing(values);
    const conditions = [
      `operation IN (SELECT reference FROM operation o WHERE reference = ANY ($1) AND ${seenBy(reader, place, 'o')})`,
      ...askedOf(filters, place),
    ];
    if (after)
      conditions.push(
        `(occurred_at, operation, sequence) ${order === 'asc' ? '>' : '<'} (${place(after[0])}::timestamptz, ${place(after[1])}, ${place(after[2])})`,
      );
    const { rows } = await reader.query<ShownEvent>(
      `SELECT ${WHOLE} FROM timeline_event WHERE ${conditions.join(' AND ')}
       ORDER BY timeline_event.occurred_at ${order}, operation ${order}, sequence ${order} LIMIT ${place(limit + 1)}`,
      values,
    );
    return rows;
  }

  /** How many events there are of each type and by each person, and when the first and the last happened, in one round trip. */
  async summary(reader: Reader, operation: string): Promise<Omit<TimelineSummary, 'reference'>> {
    const values: unknown[] = [operation];
    const counted = (column: string) =>
      `(SELECT jsonb_object_agg(name, count) FROM (SELECT ${column} AS name, count(*) FROM own GROUP BY 1) counted)`;
    const { rows } = await reader.query<Omit<TimelineSummary, 'reference'>>(
      `WITH own AS (
         SELECT event_type, actor, happened_at FROM timeline_event
         WHERE operation = $1 AND ${seesOne(reader, placing(values), operation)}
       )
       SELECT count(*)::integer AS events, rfc3339(min(happened_at)) AS first, rfc3339(max(happened_at)) AS last,
              ${counted('event_type')} AS types, ${counted('actor')} AS actors
       FROM own`,
      values,
    );
    return rows[0] as Omit<TimelineSummary, 'reference'>;
  }

  /** The operation and all that were merged into it, or into one of those, as far as the reader sees them. */
  async mergedWith(reader: Reader, operation: string): Promise<readonly string[]> {
    const values: unknown[] = [operation];
    const { rows } = await reader.query<{ reference: string }>(
      `WITH RECURSIVE seen AS (
         SELECT reference, merged_into FROM operation WHERE ${seenBy(reader, placing(values))}
       ), merged (reference) AS (
         SELECT reference FROM seen WHERE reference = $1
         UNION SELECT s.reference FROM seen s JOIN merged m ON s.merged_into = m.reference
       ) SELECT reference FROM merged`,
      values,
    );
    return rows.map(({ reference }) => reference);
  }

  /** The events of a recorded command. */
  async between(reader: Reader, operation: string, first: number, last: number): Promise<readonly CommandEvent[]> {
    const values: unknown[] = [operation, first, last];
    const { rows } = await reader.query<CommandEvent>(
      `SELECT ${TOLD}, payload_json AS payload FROM timeline_event
       WHERE operation = $1 AND sequence BETWEEN $2 AND $3 AND ${seesOne(reader, placing(values), operation)}
       ORDER BY sequence`,
      values,
    );
    return rows;
  }

  /** Every event of these types, in order. */
  async all<T extends EventType>(
    reader: Reader,
    operation: string,
    types: readonly T[],
  ): Promise<readonly RecordedEvent<T>[]> {
    const values: unknown[] = [operation, types];
    const { rows } = await reader.query<RecordedEvent<T>>(
      `SELECT ${TOLD}, payload_json AS payload FROM timeline_event
       WHERE operation = $1 AND event_type = ANY ($2) AND ${seesOne(reader, placing(values), operation)}
       ORDER BY sequence`,
      values,
    );
    return rows;
  }

  /** The event by which a file of an operation was attached; nothing where there is no such file. */
  async attachment(
    reader: Reader,
    operation: string,
    file: string,
  ): Promise<EventPayloads['fileAttached'] | undefined> {
    const values: unknown[] = [operation, file];
    const { rows } = await reader.query<{ payload: EventPayloads['fileAttached'] }>(
      `SELECT payload_json AS payload FROM timeline_event
       WHERE operation = $1 AND event_type = 'fileAttached' AND payload_json ->> 'file' = $2
         AND ${seesOne(reader, placing(values), operation)}`,
      values,
    );
    return rows[0]?.payload;
  }

  /** What has happened after a version, oldest first, at most 100 events. */
  async changesAfter(reader: Reader, operation: string, sequence: number): Promise<Change[]> {
    const values: unknown[] = [operation, sequence];
    const { rows } = await reader.query<Change>(
      `SELECT ${TOLD}, actor FROM timeline_event
       WHERE operation = $1 AND sequence > $2 AND ${seesOne(reader, placing(values), operation)}
       ORDER BY sequence LIMIT ${MAX_CHANGES}`,
      values,
    );
    return rows;
  }
}
