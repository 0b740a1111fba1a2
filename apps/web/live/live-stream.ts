import { once } from 'node:events';
import type { Response } from 'express';
import type { Followed } from './follow-api';

/** How often a browser gets a sign of life, by which it knows that it still hears everything. */
const BEAT_MS = 5_000;
/** How long a browser may leave what it was sent unread. */
const PATIENCE_MS = 30_000;

/**
 * One browser's live stream (server-sent events): of each event its operation, sequence, type and actor, and nothing of what it says. It is as
 * fast as its reader.
 */
export class LiveStream {
  private readonly left = new AbortController();
  private readonly beating: NodeJS.Timeout;

  constructor(
    private readonly response: Response,
    private readonly person: string | undefined,
    /** Whether the session that it belongs to is there still. */
    private readonly isThere: () => Promise<boolean>,
  ) {
    response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    this.beating = setInterval(() => void this.beat(), BEAT_MS).unref();
    response.once('close', () => {
      clearInterval(this.beating);
      this.left.abort();
    });
  }

  /** Aborted when the browser is gone. */
  get leaving(): AbortSignal {
    return this.left.signal;
  }

  /** Sends something, and waits until there is room for more. */
  async send(followed: Followed): Promise<void> {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.write(this.messageOf(followed))) return;
    await once(this.response, 'drain', { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() =>
      this.response.destroy(),
    );
  }

  end(): void {
    this.response.end();
  }

  private async beat(): Promise<void> {
    if (!(await this.isThere())) {
      await this.send({ kind: 'ended' });
      return this.end();
    }
    if (!this.response.writableEnded && !this.response.writableNeedDrain)
      this.response.write('event: beat\ndata: {}\n\n');
  }

  private messageOf(followed: Followed): string {
    switch (followed.kind) {
      case 'here':
        return `event: here\nid: ${followed.id}\ndata: ${JSON.stringify({ person: this.person, missed: followed.missed })}\n\n`;
      case 'event': {
        const { reference, sequence, type, actor } = followed.event;
        return `id: ${followed.id}\ndata: ${JSON.stringify({ reference, sequence, type, actor })}\n\n`;
      }
      default:
        return `event: ${followed.kind}\ndata: {}\n\n`;
    }
  }
}
