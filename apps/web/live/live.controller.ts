import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Draining } from '../../../platform/http/draining';
import { Public } from '../http/signed-in.guard';
import { SealedKeys } from '../session/sealed-keys';
import type { WebRequest } from '../session/session';
import { keepSession } from '../session/session-store';
import { followApi } from './follow-api';
import { LiveStream } from './live-stream';

/** Tells a browser that something has happened which its person sees: of which operation, and what; the page then asks. */
@Public()
@Controller('live')
export class LiveController {
  private readonly streams = new Set<LiveStream>();

  constructor(
    private readonly keys: SealedKeys,
    private readonly draining: Draining,
  ) {
    // The browsers come back, to whichever process is there.
    draining.signal.addEventListener('abort', () => this.streams.forEach((stream) => stream.end()));
  }

  /** Open to everyone: whoever is not signed in is told so in the stream, as whoever is not any more. */
  @Get()
  async follow(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query('after') after: string | undefined,
  ): Promise<void> {
    const { api, session, sessionID } = request;
    // Whoever signs out in another tab hears nothing more here; while Redis is away nobody knows better.
    const isThere = () => this.keys.has(`session:${sessionID}`).catch(() => true);
    const stream = new LiveStream(response, session.person?.id, isThere);
    this.streams.add(stream);
    try {
      if (this.draining.signal.aborted) return;
      if (!session.person) return await stream.send({ kind: 'ended' });
      for await (const followed of followApi(api, lastEventId || after || undefined, stream.leaving)) {
        // Somebody who listens is there.
        if (followed.kind === 'here') await keepSession(this.keys, sessionID);
        await stream.send(followed);
      }
    } finally {
      this.streams.delete(stream);
      stream.end();
    }
  }
}
