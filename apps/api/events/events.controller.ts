import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Readings } from '../access/readings';
import type { ApiConfig } from '../config';
import { invalid, Problem } from '../http/problems';
import { Access, type AccessEntry } from '../access-log/access-entry';
import { Begins } from '../access-log/access-log.interceptor';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Produces } from '../http/media-types.guard';
import { StreamRoute } from '../openapi/route';
import { OperationRead } from '../operations/operation.read';
import { CONFIG } from '../tokens';
import { EventStream, PAGE } from './event-stream';
import { FeedHub } from './feed-hub';
import { EventIds } from './event-ids';
import { FeedRead } from './feed.read';
import { feedQuery, type FeedQuery } from './feed.schema';

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
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly readings: Readings,
    private readonly hub: FeedHub,
    private readonly feed: FeedRead,
    private readonly ids: EventIds,
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
    return this.open(null, this.resumePosition(lastEventId, query), { me, access, response });
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
    const position = this.resumePosition(lastEventId, query);
    await this.readings.as(me.actor, (reader) => this.operations.requireOne(reader, reference));
    return this.open(reference, position, { me, access, response });
  }

  private async open(
    operation: string | null,
    after: number | undefined,
    { me: { actor, expiresAt, sid }, access, response }: { me: Identity; access: AccessEntry; response: Response },
  ): Promise<Begins> {
    this.requireRoom(actor.id);
    const head = await this.hub.join();
    const position = Math.min(after ?? head, head);
    const id = this.ids.of(position);
    access.note({ from: position === 0 ? 'the beginning' : id });
    const read = (from: number) => this.readings.as(actor, (reader) => this.feed.after(reader, from, operation, PAGE));
    return new Begins(() =>
      this.hub.add(new EventStream(response, this.hub, { read, position, id, expiresAt, sid, person: actor.id })),
    );
  }

  /** @throws Problem `too-busy` */
  private requireRoom(person: string): void {
    const { STREAMS_PER_PERSON: most } = this.config;
    if (this.hub.countOf(person) >= most)
      throw new Problem('too-busy', `You have ${most} live streams open: close one.`, {}, { 'Retry-After': '10' });
  }

  /**
   * The position a stream goes on after: what a reconnecting client names, else what was asked for.
   *
   * @throws Problem `validation` for an id that is none of ours
   */
  private resumePosition(lastEventId: string | undefined, { after }: FeedQuery): number | undefined {
    const [header, id] = lastEventId ? ['Last-Event-ID', lastEventId] : ['after', after];
    if (id === undefined) return undefined;
    const position = id === '0' ? 0 : this.ids.positionOf(id);
    if (position === undefined)
      throw invalid(header as string, 'Send the id of the last event that you received, unchanged.');
    return position;
  }
}
