import { once } from 'node:events';
import type { Response } from 'express';
import type { FeedHub } from './feed-hub';
import type { Placed } from './feed.read';

/** How long a client may leave what it was sent unread. */
const PATIENCE_MS = 30_000;
/** How soon a client that lost its stream comes back. */
const RETRY_MS = 2_000;
/** How many events are read at once. */
export const PAGE = 200;

export interface StreamOptions {
  /** The events after a position that the reader sees, at most {@link PAGE}. */
  readonly read: (after: number) => Promise<readonly Placed[]>;
  /** Position to go on after. */
  readonly position: number;
  /** Its identifier: a client that loses its stream before the first event goes on after it. */
  readonly id: string;
  /** Whose it is. */
  readonly person: string;
  /** The session it belongs to, and ends with. */
  readonly sid: string | undefined;
  /** When the client's token ends, and its stream with it; milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * One client's live stream (server-sent events). It is as fast as its reader: nothing is read for it before what was
 * written has gone out, and one that does not read at all is cut off.
 */
export class EventStream {
  private position: number;
  private pumping = false;
  private again = false;
  private readonly expiry: NodeJS.Timeout;

  constructor(
    private readonly response: Response,
    private readonly hub: FeedHub,
    private readonly options: StreamOptions,
  ) {
    this.position = options.position;
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    });
    // An identifier without data is no event: a client remembers it, and that is all.
    response.write(`retry: ${RETRY_MS}\nid: ${options.id}\n\n`);
    const left = Math.min(Math.max(options.expiresAt - Date.now(), 0), 2 ** 31 - 1);
    this.expiry = setTimeout(() => this.end(), left).unref();
    response.once('close', () => {
      clearTimeout(this.expiry);
      hub.remove(this);
    });
  }

  /** Writes whatever the feed holds after this stream's position. */
  pump(): void {
    if (this.pumping) {
      this.again = true;
      return;
    }
    this.pumping = true;
    this.catchUp()
      .catch(() => undefined)
      .finally(() => {
        this.pumping = false;
        if (this.again) {
          this.again = false;
          this.pump();
        }
      });
  }

  /** Keeps proxies from closing a quiet stream. */
  heartbeat(): void {
    if (!this.response.writableEnded && !this.response.writableNeedDrain) this.response.write(':\n\n');
  }

  get person(): string {
    return this.options.person;
  }

  get sid(): string | undefined {
    return this.options.sid;
  }

  end(): void {
    this.response.end();
  }

  private async catchUp(): Promise<void> {
    while (this.position < this.hub.position && !this.response.writableEnded) {
      const { position: reached } = this.hub;
      const found = await this.options.read(this.position);
      for (const placed of found) await this.write(placed);
      if (found.length < PAGE) this.position = Math.max(reached, this.position);
    }
  }

  private async write({ position, event }: Placed): Promise<void> {
    if (this.response.writableEnded || this.response.destroyed) return;
    const ready = this.response.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
    this.position = position;
    if (ready) return;
    await once(this.response, 'drain', { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => {
      this.response.destroy();
      throw error;
    });
  }
}
