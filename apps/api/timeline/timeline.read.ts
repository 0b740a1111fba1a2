import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { PrismaClient, type Prisma } from '../../../prisma/generated/client';
import type { EventPayloads } from '../../../domain/operation/events';
import type { Change } from '../http/problems';
import type { CommandEvent } from './event.schema';

const MAX_CHANGES = 100;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
type Payload = CommandEvent['payload'];

/** @typeParam After where the page before ended */
export interface TimelineQuery<After> {
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  readonly after: After | undefined;
}

/** An event's place among those of several operations: when it occurred, and what makes that unique. */
export type Place = readonly [occurredAt: string, operation: string, sequence: number];

/** Reads the timeline, oldest first unless asked otherwise. */
@Injectable()
export class TimelineRead {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly pool: Pool,
  ) {}

  /** A page of events, and one more where there is another page. */
  async page(operation: string, { limit, order, after }: TimelineQuery<number>) {
    const rows = await this.prisma.timelineEvent.findMany({
      where: {
        operation,
        ...(after === undefined ? {} : { sequence: order === 'asc' ? { gt: after } : { lt: after } }),
      },
      orderBy: { sequence: order },
      take: limit + 1,
    });
    return rows.map(shown);
  }

  /** A page of the events of several operations as they occurred, and one more where there is another page. */
  async pageOfAll(operations: readonly string[], { limit, order, after }: TimelineQuery<Place>) {
    const rows = await this.prisma.timelineEvent.findMany({
      where: { operation: { in: [...operations] }, ...(after && { OR: beyond(after, order === 'asc' ? 'gt' : 'lt') }) },
      orderBy: [{ occurredAt: order }, { operation: order }, { sequence: order }],
      take: limit + 1,
    });
    return rows.map(shown);
  }

  /** The operation and all that were merged into it, or into one of those. */
  async mergedWith(operation: string): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ reference: string }>(
      `WITH RECURSIVE merged (reference) AS (
         SELECT reference FROM operation WHERE reference = $1
         UNION SELECT o.reference FROM operation o JOIN merged m ON o.merged_into = m.reference
       ) SELECT reference FROM merged`,
      [operation],
    );
    return rows.map(({ reference }) => reference);
  }

  /** The events of a recorded command. */
  async between(operation: string, first: number, last: number): Promise<readonly CommandEvent[]> {
    const rows = await this.prisma.timelineEvent.findMany({
      where: { operation, sequence: { gte: first, lte: last } },
      orderBy: { sequence: 'asc' },
      select: { sequence: true, eventType: true, happenedAt: true, occurredAt: true, payloadJson: true },
    });
    return rows.map((row) => ({
      sequence: row.sequence,
      type: row.eventType,
      happenedAt: row.happenedAt.toISOString(),
      occurredAt: row.occurredAt.toISOString(),
      payload: row.payloadJson as Payload,
    }));
  }

  /** The event by which a file of an operation was attached. */
  async attachment(operation: string, file: string): Promise<EventPayloads['fileAttached']> {
    const { payloadJson } = await this.prisma.timelineEvent.findFirstOrThrow({
      where: { operation, eventType: 'fileAttached', payloadJson: { path: ['file'], equals: file } },
      select: { payloadJson: true },
    });
    return payloadJson as unknown as EventPayloads['fileAttached'];
  }

  /** What has happened after a version, oldest first, at most 100 events. */
  async changesAfter(operation: string, sequence: number): Promise<Change[]> {
    const rows = await this.prisma.timelineEvent.findMany({
      where: { operation, sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take: MAX_CHANGES,
      select: { sequence: true, eventType: true, happenedAt: true, occurredAt: true, actor: true },
    });
    return rows.map((row) => ({
      sequence: row.sequence,
      type: row.eventType,
      happenedAt: row.happenedAt.toISOString(),
      occurredAt: row.occurredAt.toISOString(),
      actor: row.actor,
    }));
  }
}

const shown = (row: Prisma.TimelineEventGetPayload<object>) => ({
  operation: row.operation,
  sequence: row.sequence,
  type: row.eventType,
  version: row.eventVersion,
  happenedAt: row.happenedAt.toISOString(),
  occurredAt: row.occurredAt.toISOString(),
  recordedAt: row.recordedAt.toISOString(),
  actor: row.actor,
  commandId: row.commandId,
  index: row.index,
  payload: row.payloadJson as Payload,
  previousHash: hex(row.previousHash),
  hash: hex(row.hash),
});

/** Further on than a place, in one direction or the other. */
const beyond = ([occurredAt, operation, sequence]: Place, further: 'gt' | 'lt') => [
  { occurredAt: { [further]: occurredAt } },
  { occurredAt, operation: { [further]: operation } },
  { occurredAt, operation, sequence: { [further]: sequence } },
];
