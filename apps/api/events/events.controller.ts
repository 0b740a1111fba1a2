import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Produces } from '../http/media-types.guard';
import { StreamRoute } from '../openapi/route';
import { OperationRead } from '../operations/operation.read';
import { EventStream } from './event-stream';
import { FeedHub } from './feed-hub';
import { feedQuery, resumePosition, type FeedQuery } from './feed.schema';

const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  required: false,
  description: 'Id of the last event received; sent by browsers when they reconnect',
  schema: { type: 'string' },
};

@ApiTags('Live events')
@Controller('api/v1')
@Produces('text/event-stream')
export class EventsController {
  constructor(
    private readonly hub: FeedHub,
    private readonly operations: OperationRead,
  ) {}

  @Get('events')
  @ApiHeader(LAST_EVENT_ID)
  @StreamRoute({ id: 'followEvents', summary: 'Follow the events of all operations', problems: ['validation'] })
  all(
    @Query({ schema: feedQuery }) query: FeedQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Me() me: Identity,
    @Res() response: Response,
  ): Promise<void> {
    return this.open(null, resumePosition(lastEventId, query), me, response);
  }

  @Get('operations/:reference/events')
  @ApiHeader(LAST_EVENT_ID)
  @StreamRoute({
    id: 'followOperation',
    summary: 'Follow the events of an operation',
    problems: ['validation', 'not-found'],
  })
  async one(
    @Param('reference', ReferencePipe) reference: string,
    @Query({ schema: feedQuery }) query: FeedQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Me() me: Identity,
    @Res() response: Response,
  ): Promise<void> {
    const position = resumePosition(lastEventId, query);
    await this.operations.requireOne(reference);
    return this.open(reference, position, me, response);
  }

  private async open(
    operation: string | null,
    after: number | undefined,
    { expiresAt }: Identity,
    response: Response,
  ): Promise<void> {
    const head = await this.hub.join();
    const position = Math.min(after ?? head, head);
    this.hub.add(new EventStream(response, this.hub, { operation, position, expiresAt }));
  }
}
