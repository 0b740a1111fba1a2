import { sleep } from '../../platform/embedded/wait';

/** As soon again as a browser would, if it were in a hurry. */
const RETRY_MS = 300;

/**
 * Follows the live events of all operations as a browser does: when the stream breaks, it comes back naming the last
 * position it has received.
 */
export class Follower {
  /** Positions in the order in which they came. */
  readonly positions: number[] = [];
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly api: string,
    private readonly token: string,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  /** Whether every position up to this one has come, once and in its order. */
  hasAll(last: number): boolean {
    return this.positions.length === last && this.positions.every((position, at) => position === at + 1);
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await this.follow().catch(() => undefined);
      if (!this.ending.signal.aborted) await sleep(RETRY_MS);
    }
  }

  private async follow(): Promise<void> {
    const last = this.positions.at(-1);
    const response = await fetch(`${this.api}/api/v1/events?after=0`, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${this.token}`,
        ...(last === undefined ? {} : { 'last-event-id': String(last) }),
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
        const id = /^id: (\d+)$/m.exec(message)?.[1];
        if (id !== undefined) this.positions.push(Number(id));
      }
    }
  }
}
