import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Client } from '@temporalio/client';
import { Pool } from 'pg';
import type { z } from 'zod';
import { remitOf } from '../../../domain/access/remit';
import type { Reader } from '../../../platform/access/reading';
import { verifyOperation, type Verification } from '../../../platform/timeline/verify';
import { Readings } from '../access/readings';
import { nextLink, page } from '../http/cursor';
import { noOperation, ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { OperationRead } from '../operations/operation.read';
import { timelinePage, timelineSummary, verification, type TimelineSummary } from './event.schema';
import { TextRead } from './text.read';
import { TimelineRead } from './timeline.read';
import { mergedCursor, timelineCursor, timelineQuery, type TimelineQuery } from './timeline.schema';

type TimelinePage = z.output<typeof timelinePage>;

@ApiTags('Timeline')
@Controller('api/v1/operations/:reference/timeline')
export class TimelineController {
  constructor(
    private readonly readings: Readings,
    private readonly operations: OperationRead,
    private readonly timeline: TimelineRead,
    private readonly texts: TextRead,
    private readonly pool: Pool,
    private readonly client: Client,
  ) {}

  @Get()
  @Route({
    id: 'readTimeline',
    logged: 'consultation',
    summary: 'Read the timeline',
    description:
      'Every event of the operation in order, or those that are asked for, its texts read back unless they have been erased or need a permission that you do not hold.',
    answer: timelinePage,
    problems: ['validation', 'not-found'],
  })
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Query({ schema: timelineQuery }) query: TimelineQuery,
    @Me() { actor }: Identity,
  ): Promise<TimelinePage> {
    return this.readings.as(actor, (reader) =>
      query.merged === 'true' ? this.merged(reader, reference, query) : this.own(reader, reference, query),
    );
  }

  private async own(reader: Reader, reference: string, query: TimelineQuery): Promise<TimelinePage> {
    const after = query.cursor === undefined ? undefined : timelineCursor.decode(query.cursor);
    const found = await this.timeline.page(reader, reference, { ...query, after });
    if (found.length === 0) await this.operations.requireOne(reader, reference);
    const { rows, last } = page(found, query.limit);
    return {
      items: (await this.texts.into(reader, reference, rows)) as TimelinePage['items'],
      next: last && nextOf(reference, query, timelineCursor.encode(last.sequence)),
    };
  }

  private async merged(reader: Reader, reference: string, query: TimelineQuery): Promise<TimelinePage> {
    const after = query.cursor === undefined ? undefined : mergedCursor.decode(query.cursor);
    const operations = await this.timeline.mergedWith(reader, reference);
    if (operations.length === 0) throw noOperation(reference);
    const { rows, last } = page(await this.timeline.pageOfAll(reader, operations, { ...query, after }), query.limit);
    return {
      items: (await this.texts.into(reader, operations, rows)) as TimelinePage['items'],
      next: last && nextOf(reference, query, mergedCursor.encode([last.occurredAt, last.operation, last.sequence])),
    };
  }

  @Get('summary')
  @Route({
    id: 'summariseTimeline',
    logged: 'consultation',
    summary: 'See what a timeline holds',
    description: 'How many events of each type and by whom, and from when to when: what it can be narrowed to.',
    answer: timelineSummary,
    problems: ['not-found'],
  })
  async summary(
    @Param('reference', ReferencePipe) reference: string,
    @Me() { actor }: Identity,
  ): Promise<TimelineSummary> {
    const found = await this.readings.as(actor, (reader) => this.timeline.summary(reader, reference));
    if (found.events === 0) throw noOperation(reference);
    return { reference, ...found };
  }

  @Get('verify')
  @Route({
    id: 'verifyTimeline',
    logged: 'consultation',
    summary: 'Prove the timeline unaltered',
    description:
      'Recomputes the hash chain, checks each text against its digest, and compares where timeline, row and running workflow end. Each problem names its event.',
    answer: verification,
    problems: ['not-found'],
  })
  async verify(@Param('reference', ReferencePipe) reference: string, @Me() { actor }: Identity): Promise<Verification> {
    await this.readings.as(actor, (reader) => this.operations.requireOne(reader, reference));
    return verifyOperation(this.pool, reference, this.client, { remit: remitOf(actor) });
  }
}

const nextOf = (reference: string, query: TimelineQuery, after: string) =>
  nextLink(`/api/v1/operations/${reference}/timeline`, query, after);
