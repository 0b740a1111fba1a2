import type { FeedEvent } from '../../apps/api/events/feed.schema';
import { sleep } from '../../platform/embedded/wait';

/** As soon again as a browser would, if it were in a hurry. */
const RETRY_MS = 300;

/**
 * Follows the live events of all operations that somebody sees, as a browser does: when the stream breaks, it comes back
 * naming the last event it has received.
 */
export class Follower {
  /** Reference and sequence of each event, in the order in which they came. */
  readonly events: string[] = [];
  private lastId: string | undefined;
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly api: string,
    private readonly token: () => Promise<string>,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await this.follow().catch(() => undefined);
      if (!this.ending.signal.aborted) await sleep(RETRY_MS);
    }
  }

  private async follow(): Promise<void> {
    const response = await fetch(`${this.api}/api/v1/events?after=0`, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${await this.token()}`,
        ...(this.lastId === undefined ? {} : { 'last-event-id': this.lastId }),
      },
      signal: this.ending.signal,
    });
    if (!response.ok || !response.body) return void (await response.body?.cancel());
    let unread = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const messages = (unread + chunk).split('\n\n');
      // An unfinished message counts for nothing: it will be sent again.
      unread = messages.pop() as string;
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (data === undefined) continue;
        const { id, reference, sequence } = JSON.parse(data) as FeedEvent;
        this.events.push(`${reference} ${sequence}`);
        this.lastId = id;
      }
    }
  }
}
