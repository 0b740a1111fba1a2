import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, type AccessEntry } from '../access-log/access-entry';
import { Begins } from '../access-log/access-log.interceptor';
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
  @StreamRoute({
    id: 'followEvents',
    logged: 'consultation',
    summary: 'Follow the events of all operations',
    problems: ['validation'],
  })
  all(
    @Query({ schema: feedQuery }) query: FeedQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Me() me: Identity,
    @Access() access: AccessEntry,
    @Res() response: Response,
  ): Promise<Begins> {
    return this.open(null, resumePosition(lastEventId, query), { me, access, response });
  }

  @Get('operations/:reference/events')
  @ApiHeader(LAST_EVENT_ID)
  @StreamRoute({
    id: 'followOperation',
    logged: 'consultation',
    summary: 'Follow the events of an operation',
    problems: ['validation', 'not-found'],
  })
  async one(
    @Param('reference', ReferencePipe) reference: string,
    @Query({ schema: feedQuery }) query: FeedQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Me() me: Identity,
    @Access() access: AccessEntry,
    @Res() response: Response,
  ): Promise<Begins> {
    const position = resumePosition(lastEventId, query);
    await this.operations.requireOne(reference);
    return this.open(reference, position, { me, access, response });
  }

  private async open(
    operation: string | null,
    after: number | undefined,
    { me: { expiresAt }, access, response }: { me: Identity; access: AccessEntry; response: Response },
  ): Promise<Begins> {
    const head = await this.hub.join();
    const position = Math.min(after ?? head, head);
    access.note({ position });
    return new Begins(() => this.hub.add(new EventStream(response, this.hub, { operation, position, expiresAt })));
  }
}
