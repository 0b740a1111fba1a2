import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { FEED_CHANNEL } from '../../../platform/queues/timeline';
import { REDIS } from '../tokens';
import type { EventStream } from './event-stream';
import { FeedRead } from './feed.read';
import type { FeedEvent } from './feed.schema';

/** How often PostgreSQL is asked even if nobody nudges, so that streams go on while Redis is away. */
const POLL_MS = 2_000;
const HEARTBEAT_MS = 15_000;
const PAGE = 200;
/** How many events are kept for streams that are almost up to date. */
const KEPT = 1_000;

export interface Batch {
  readonly events: readonly FeedEvent[];
  /** How far the feed has been read. */
  readonly position: number;
}

/** Reads the feed once for all streams of this process. What is further back each stream reads for itself. */
@Injectable()
export class FeedHub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new Set<EventStream>();
  private recent: readonly FeedEvent[] = [];
  private reached = 0;
  private reading: Promise<void> | undefined;
  private nudged = false;
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly feed: FeedRead,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  onApplicationBootstrap(): void {
    this.redis.on('ready', () => void this.redis.subscribe(FEED_CHANNEL).catch(() => undefined));
    this.redis.on('message', () => this.wake());
    void this.redis.connect().catch(() => undefined);
    this.timers = [
      setInterval(() => this.wake(), POLL_MS).unref(),
      setInterval(() => this.streams.forEach((stream) => stream.heartbeat()), HEARTBEAT_MS).unref(),
    ];
  }

  /** Ends every stream; the clients come back, to whichever process is there. */
  onModuleDestroy(): void {
    this.timers.forEach(clearInterval);
    this.streams.forEach((stream) => stream.end());
  }

  get position(): number {
    return this.reached;
  }

  /** Takes a stream in, and tells where the feed is now. */
  async join(): Promise<number> {
    const head = await this.feed.head();
    if (this.streams.size === 0 || head < this.reached) this.startAt(head);
    return head;
  }

  add(stream: EventStream): void {
    this.streams.add(stream);
    this.wake();
  }

  remove(stream: EventStream): void {
    this.streams.delete(stream);
  }

  /** What comes after a position: from memory where it is recent, else from PostgreSQL. */
  async after(position: number, operation: string | null): Promise<Batch> {
    const reached = this.reached;
    const oldest = this.recent[0]?.position ?? reached + 1;
    if (position >= oldest - 1) {
      const newer = this.recent.filter((event) => event.position > position && event.position <= reached);
      const events = operation === null ? newer : newer.filter(({ reference }) => reference === operation);
      return { events, position: reached };
    }
    const events = await this.feed.after(position, operation, PAGE);
    const last = events.at(-1);
    return {
      events,
      position: events.length === PAGE && last ? last.position : Math.max(reached, last?.position ?? 0),
    };
  }

  private startAt(position: number): void {
    this.reached = position;
    this.recent = [];
  }

  /** Reads what is new, if anyone listens; while it reads, further nudges become one more reading. */
  private wake(): void {
    if (this.streams.size === 0) return;
    this.nudged = true;
    this.reading ??= this.read().finally(() => (this.reading = undefined));
  }

  private async read(): Promise<void> {
    try {
      while (this.nudged) {
        this.nudged = false;
        const events = await this.feed.after(this.reached, null, PAGE);
        if (events.length === PAGE) this.nudged = true;
        this.recent = [...this.recent, ...events].slice(-KEPT);
        this.reached = events.at(-1)?.position ?? this.reached;
        this.streams.forEach((stream) => stream.pump());
      }
    } catch {
      // PostgreSQL is away: the streams stay, and the next poll goes on where this one stopped.
    }
  }
}
