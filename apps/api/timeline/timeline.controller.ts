import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Client } from '@temporalio/client';
import { Pool } from 'pg';
import { z } from 'zod';
import { verifyOperation, type Verification } from '../../../platform/timeline/verify';
import { cursor, cursorCodec, limit, nextLink, page } from '../http/cursor';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { OperationRead } from '../operations/operation.read';
import { timelinePage, verification } from './event.schema';
import { TextRead } from './text.read';
import { TimelineRead } from './timeline.read';

const timelineQuery = z.strictObject({
  order: z.enum(['asc', 'desc']).default('asc').describe('asc: oldest first'),
  limit,
  cursor,
});
type TimelineQuery = z.output<typeof timelineQuery>;
const timelineCursor = cursorCodec(z.int().min(0).max(1_000_000_000));

@ApiTags('Timeline')
@Controller('api/v1/operations/:reference/timeline')
export class TimelineController {
  constructor(
    private readonly operations: OperationRead,
    private readonly timeline: TimelineRead,
    private readonly texts: TextRead,
    private readonly pool: Pool,
    private readonly client: Client,
  ) {}

  @Get()
  @Route({
    id: 'readTimeline',
    summary: 'Read the timeline',
    description:
      'Every event of the operation in order, its texts read back unless they have been erased or need a permission that you do not hold.',
    answer: timelinePage,
    problems: ['validation', 'not-found'],
  })
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Query({ schema: timelineQuery }) query: TimelineQuery,
    @Me() { actor }: Identity,
  ): Promise<z.output<typeof timelinePage>> {
    const after = query.cursor === undefined ? undefined : timelineCursor.decode(query.cursor);
    const found = await this.timeline.page(reference, { ...query, after });
    if (found.length === 0) await this.operations.requireOne(reference);
    const { rows, last } = page(found, query.limit);
    return {
      items: (await this.texts.into(reference, rows, actor)) as z.output<typeof timelinePage>['items'],
      next: last && nextLink(`/api/v1/operations/${reference}/timeline`, query, timelineCursor.encode(last.sequence)),
    };
  }

  @Get('verify')
  @Route({
    id: 'verifyTimeline',
    summary: 'Prove the timeline unaltered',
    description:
      'Recomputes the hash chain, checks each text against its digest, and compares where timeline, row and running workflow end. Each problem names its event.',
    answer: verification,
    problems: ['not-found'],
  })
  async verify(@Param('reference', ReferencePipe) reference: string): Promise<Verification> {
    await this.operations.requireOne(reference);
    return verifyOperation(this.pool, reference, this.client);
  }
}
