import { Controller, Get, Headers, type OnModuleDestroy, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../http/signed-in.guard';
import { SealedKeys } from '../session/sealed-keys';
import type { WebRequest } from '../session/session';
import { keepSession } from '../session/session-store';
import { followApi } from './follow-api';
import { LiveStream } from './live-stream';

/** Tells a browser that something has happened which its person sees: of which operation, and what; the page then asks. */
@Public()
@Controller('live')
export class LiveController implements OnModuleDestroy {
  private readonly streams = new Set<LiveStream>();

  constructor(private readonly keys: SealedKeys) {}

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

  /** Ends every stream; the browsers come back, to whichever process is there. */
  onModuleDestroy(): void {
    for (const stream of this.streams) stream.end();
  }
}
