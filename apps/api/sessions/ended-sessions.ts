import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Pool } from 'pg';

/** How old the knowledge of a process may be: well within the second after which a session must be over. */
const LOOK_MS = 500;

/**
 * Which sessions the identity provider has ended. Each process knows them by heart, so that no request waits for it; while
 * PostgreSQL is away it goes on refusing those that it knew.
 */
@Injectable()
export class EndedSessions implements OnApplicationBootstrap, OnModuleDestroy {
  private known: ReadonlySet<string> = new Set();
  private looking = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly pool: Pool) {}

  onApplicationBootstrap(): void {
    void this.look();
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  has(sid: string | undefined): boolean {
    return sid !== undefined && this.known.has(sid);
  }

  /** Ends a session for all processes; this one knows it at once. */
  async end(sid: string): Promise<void> {
    await this.pool.query('SELECT end_session($1)', [sid]);
    this.learn(new Set([...this.known, sid]));
  }

  /** @param listener told whenever a session has ended */
  onEnd(listener: () => void): void {
    this.listeners.push(listener);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const { rows } = await this.pool.query<{ sid: string }>('SELECT sid FROM ended_session');
      this.learn(new Set(rows.map(({ sid }) => sid)));
    } catch {
      // PostgreSQL is away, and with it whatever could be read; what is known stays known.
    } finally {
      this.looking = false;
    }
  }

  private learn(ended: ReadonlySet<string>): void {
    const isNews = [...ended].some((sid) => !this.known.has(sid));
    this.known = ended;
    if (isNews) for (const listener of this.listeners) listener();
  }
}
