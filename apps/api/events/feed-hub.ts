import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Draining } from '../../../platform/http/draining';
import { FEED_CHANNEL } from '../../../platform/queues/timeline';
import { EndedSessions } from '../sessions/ended-sessions';
import { REDIS } from '../tokens';
import type { EventStream } from './event-stream';
import { FeedRead } from './feed.read';

/** How often PostgreSQL is asked even if nobody nudges, so that streams go on while Redis is away. */
const POLL_MS = 2_000;
const HEARTBEAT_MS = 15_000;

/**
 * Wakes the live streams of this process when there is something new. Each then reads what its own reader sees, since what
 * that is may have changed meanwhile.
 */
@Injectable()
export class FeedHub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new Set<EventStream>();
  private reached = 0;
  private reading: Promise<void> | undefined;
  private nudged = false;
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly feed: FeedRead,
    private readonly sessions: EndedSessions,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly draining: Draining,
  ) {}

  onApplicationBootstrap(): void {
    this.redis.on('ready', () => void this.redis.subscribe(FEED_CHANNEL).catch(() => undefined));
    this.redis.on('message', () => this.wake());
    this.sessions.onEnd(() => this.endThoseOver());
    // The clients come back, to whichever process is there.
    this.draining.signal.addEventListener('abort', () => this.streams.forEach((stream) => stream.end()));
    void this.redis.connect().catch(() => undefined);
    this.timers = [
      setInterval(() => this.wake(), POLL_MS).unref(),
      setInterval(() => this.streams.forEach((stream) => stream.heartbeat()), HEARTBEAT_MS).unref(),
    ];
  }

  onModuleDestroy(): void {
    this.timers.forEach(clearInterval);
  }

  get position(): number {
    return this.reached;
  }

  /** Takes a stream in, and tells where the feed is now. */
  async join(): Promise<number> {
    const head = await this.feed.head();
    if (this.streams.size === 0 || head < this.reached) this.reached = head;
    return head;
  }

  add(stream: EventStream): void {
    if (this.draining.signal.aborted) return stream.end();
    this.streams.add(stream);
    this.endThoseOver();
    this.wake();
  }

  remove(stream: EventStream): void {
    this.streams.delete(stream);
  }

  /** How many streams somebody has open here. */
  countOf(person: string): number {
    return [...this.streams].filter((stream) => stream.person === person).length;
  }

  /** Ends the streams of sessions that have ended. */
  private endThoseOver(): void {
    for (const stream of this.streams) if (this.sessions.has(stream.sid)) stream.end();
  }

  /** Looks how far the feed is, if anyone listens; while it looks, further nudges become one more look. */
  private wake(): void {
    if (this.streams.size === 0) return;
    this.nudged = true;
    this.reading ??= this.read().finally(() => (this.reading = undefined));
  }

  private async read(): Promise<void> {
    try {
      while (this.nudged) {
        this.nudged = false;
        this.reached = await this.feed.head();
        this.streams.forEach((stream) => stream.pump());
      }
    } catch {
      // PostgreSQL is away: the streams stay, and the next poll goes on where this one stopped.
    }
  }
}
