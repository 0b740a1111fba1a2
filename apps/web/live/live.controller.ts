import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { Response } from 'express';
import type { FeedEvent } from '../../api/events/feed.schema';
import type { WebRequest } from '../session/session';

/** Tells a browser that something has happened which its person sees: of which operation, and what; the page then asks. */
@Controller('live')
export class LiveController {
  @Get()
  async follow(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query('after') after: string | undefined,
  ): Promise<void> {
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const headers = { accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
    const events = await request.api.follow('/api/v1/events', { after }, headers, leaving.signal);
    response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    response.write('retry: 1000\n\n');
    const beat = setInterval(() => response.write(':\n\n'), 15_000);
    try {
      const parsed = events.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      for await (const { id, data } of parsed) {
        const { reference, sequence, type, actor } = JSON.parse(data) as FeedEvent;
        response.write(`id: ${id}\ndata: ${JSON.stringify({ reference, sequence, type, actor })}\n\n`);
      }
    } catch {
      // The API went away, or the browser did: it comes back, and goes on after the last event it had.
    } finally {
      clearInterval(beat);
      response.end();
    }
  }
}
