import type { Pool } from 'pg';

/** How long commands are collected before they are confirmed together. */
const GATHER_MS = 100;
const RETRY_MS = 1_000;
/** What is kept while the database is away; beyond it the reconciler does the confirming. */
const MAX_KEPT = 10_000;

type Command = readonly [reference: string, commandId: string];

/**
 * Confirms commands whose Update has answered: their workflows have folded them, so the reconciler need not look. Many are
 * confirmed in one call, away from the request. Losing one is harmless, since reconciling is idempotent.
 */
export class Confirmer {
  private waiting: Command[] = [];
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** Notes a command for the next call. */
  readonly add = (reference: string, commandId: string): void => {
    if (this.waiting.length < MAX_KEPT) this.waiting.push([reference, commandId]);
    this.schedule(GATHER_MS);
  };

  /** Confirms what is waiting, once; what cannot be confirmed is left to the reconciler. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.flushing;
    await this.flush();
  }

  private schedule(delay: number): void {
    if (this.closed) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.flushing = this.flush();
    }, delay).unref();
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    try {
      await this.pool.query({
        name: 'confirm_commands',
        text: 'SELECT confirm_commands($1, $2)',
        values: [batch.map(([reference]) => reference), batch.map(([, commandId]) => commandId)],
      });
    } catch {
      // Kept for the next attempt; the database's absence is reported by whoever waits for an answer of it.
      this.waiting = [...batch, ...this.waiting].slice(0, MAX_KEPT);
      this.schedule(RETRY_MS);
    }
  }
}
