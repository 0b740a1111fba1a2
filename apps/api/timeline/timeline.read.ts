import { Injectable } from '@nestjs/common';
import { PrismaClient } from '../../../prisma/generated/client';
import type { EventPayloads } from '../../../domain/operation/events';
import type { Change } from '../http/problems';
import type { CommandEvent } from './event.schema';

const MAX_CHANGES = 100;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
type Payload = CommandEvent['payload'];

export interface TimelineQuery {
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  /** Sequence that the page before ended at. */
  readonly after: number | undefined;
}

/** Reads the timeline, oldest first unless asked otherwise. */
@Injectable()
export class TimelineRead {
  constructor(private readonly prisma: PrismaClient) {}

  /** A page of events, and one more where there is another page. */
  async page(operation: string, { limit, order, after }: TimelineQuery) {
    const rows = await this.prisma.timelineEvent.findMany({
      where: {
        operation,
        ...(after === undefined ? {} : { sequence: order === 'asc' ? { gt: after } : { lt: after } }),
      },
      orderBy: { sequence: order },
      take: limit + 1,
    });
    return rows.map((row) => ({
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
    }));
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
