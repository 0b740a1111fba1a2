import { EventEmitter, once } from 'node:events';
import type { Response } from 'express';
import type { EndedSessions } from '../sessions/ended-sessions';
import { EventStream, PAGE } from './event-stream';
import type { Draining } from '../../../platform/http/draining';
import { FeedHub } from './feed-hub';
import type { FeedRead, Placed } from './feed.read';

const eventAt = (position: number, reference = 'OP-1') =>
  ({ position, event: { id: String(position), reference, sequence: position } }) as Placed;

/** A feed in memory that counts what is read of it. */
class Feed {
  events: Placed[] = [];
  readonly read: [number, string | null][] = [];
  head = async () => this.events.length;
  after = async (position: number, operation: string | null, limit: number) => {
    this.read.push([position, operation]);
    return this.events
      .filter((one) => one.position > position && (operation === null || one.event.reference === operation))
      .slice(0, limit);
  };
}

/** A response whose reader takes what it likes. */
class Reader extends EventEmitter {
  readonly chunks: string[] = [];
  takes = Infinity;
  writableEnded = false;
  destroyed = false;
  status = () => this;
  set = () => this;
  get writableNeedDrain() {
    return this.chunks.length >= this.takes;
  }
  write(chunk: string) {
    this.chunks.push(chunk);
    return this.chunks.length < this.takes;
  }
  end() {
    this.writableEnded = true;
    this.emit('close');
  }
  destroy() {
    this.destroyed = true;
    this.emit('close');
  }
  get ids() {
    return this.chunks.flatMap((chunk) => [...chunk.matchAll(/^id: (\d+)/gm)].map(([, id]) => Number(id)));
  }
}

/** Everything here goes by promises that are resolved already: once they have run, nothing is under way. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a live stream', () => {
  let feed: Feed;
  let hub: FeedHub;
  let nudge: () => void;
  let ended: Set<string>;
  let tell: () => void;
  let draining: AbortController;
  beforeEach(() => {
    feed = new Feed();
    const redis = Object.assign(new EventEmitter(), {
      connect: async () => undefined,
      subscribe: async () => undefined,
    });
    ended = new Set();
    const sessions = { has: (sid: string) => ended.has(sid), onEnd: (listener: () => void) => (tell = listener) };
    draining = new AbortController();
    hub = new FeedHub(
      feed as unknown as FeedRead,
      sessions as unknown as EndedSessions,
      redis as never,
      draining as unknown as Draining,
    );
    hub.onApplicationBootstrap();
    nudge = () => redis.emit('message');
  });
  afterEach(() => hub.onModuleDestroy());

  const follow = async (position: number, operation: string | null = null, expiresAt = Date.now() + 60_000) => {
    const reader = new Reader();
    await hub.join();
    const read = (after: number) => feed.after(after, operation, PAGE);
    const options = { read, position, id: `after-${position}`, expiresAt, sid: 'session', person: 'somebody' };
    hub.add(new EventStream(reader as unknown as Response, hub, options));
    await settled();
    return reader;
  };
  const happens = async (...references: string[]) => {
    for (const reference of references) feed.events.push(eventAt(feed.events.length + 1, reference));
    nudge();
    await settled();
  };

  it('ends where its process takes no more requests, also where it is opened then', async () => {
    const before = await follow(0);
    draining.abort();
    expect(before.writableEnded).toBe(true);
    expect((await follow(0)).writableEnded).toBe(true);
  });

  it('ends with its session, also where that has ended while it was being opened', async () => {
    const reader = await follow(0);
    expect(reader.writableEnded).toBe(false);
    ended.add('session');
    tell();
    expect(reader.writableEnded).toBe(true);
    expect((await follow(0)).writableEnded).toBe(true);
  });

  it('begins with where it goes on after, so that nothing is missed if it ends before its first event', async () => {
    feed.events = [eventAt(1), eventAt(2)];
    expect((await follow(2)).chunks).toEqual([expect.stringMatching(/^retry: \d+\nid: after-2\n\n$/)]);
  });

  it('gets what is new once, each by one reading of what its reader sees', async () => {
    const readers = [await follow(0), await follow(0), await follow(0)];
    const before = feed.read.length;
    await happens('OP-1', 'OP-2');
    expect(readers.map(({ ids }) => ids)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(feed.read.length - before).toBe(readers.length);
  });

  it('gets all of what came at once', async () => {
    const reader = await follow(0);
    await happens(...Array<string>(450).fill('OP-1'));
    expect(reader.ids).toHaveLength(450);
  });

  it('catches up page by page before it goes on live', async () => {
    feed.events = Array.from({ length: 450 }, (_, nth) => eventAt(nth + 1));
    const reader = await follow(0);
    await happens('OP-1');
    expect(reader.ids).toEqual(Array.from({ length: 451 }, (_, nth) => nth + 1));
  });

  it('of one operation skips the others and repeats nothing', async () => {
    await happens('OP-1', 'OP-2');
    const reader = await follow(0, 'OP-2');
    await happens('OP-1', 'OP-2');
    expect(reader.ids).toEqual([2, 4]);
  });

  it('waits for a reader that is slow, and keeps nothing for it meanwhile', async () => {
    const reader = await follow(0);
    reader.takes = 3;
    await happens(...Array<string>(50).fill('OP-1'));
    await happens(...Array<string>(50).fill('OP-1'));
    expect(reader.ids).toEqual([1, 2]);
    reader.takes = Infinity;
    reader.emit('drain');
    await settled();
    expect(reader.ids).toHaveLength(100);
  });

  it('sends no heartbeat to one that does not read', async () => {
    const reader = await follow(0);
    const stream = [...(hub as unknown as { streams: Set<EventStream> }).streams][0] as EventStream;
    reader.takes = 1;
    stream.heartbeat();
    expect(reader.chunks).toHaveLength(1);
    reader.takes = Infinity;
    stream.heartbeat();
    expect(reader.chunks.at(-1)).toBe(':\n\n');
  });

  it('ends with the token of its reader', async () => {
    const reader = await follow(0, null, Date.now() + 5);
    if (!reader.writableEnded) await once(reader, 'close');
    expect(reader.writableEnded).toBe(true);
  });

  it('survives a database that is away for a while', async () => {
    const reader = await follow(0);
    const { after } = feed;
    feed.after = () => Promise.reject(new Error('away'));
    await happens('OP-1');
    feed.after = after;
    await happens('OP-1');
    expect(reader.ids).toEqual([1, 2]);
  });
});
