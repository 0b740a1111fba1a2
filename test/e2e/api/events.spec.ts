import { createParser } from 'eventsource-parser';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { feedEvent, type FeedEvent } from '../../../apps/api/events/feed.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, eventually, REFERRAL } from '../../support/stack';

const OPERATIONS = '/api/v1/operations';

/** A client that follows a stream and remembers what it has received. */
class Follower {
  readonly events: FeedEvent[] = [];
  ended = false;
  /** What the stream said it goes on after. */
  begunAfter = '';
  private readonly abort = new AbortController();

  static async start(url: string, path: string, headers: Readonly<Record<string, string>>): Promise<Follower> {
    const follower = new Follower();
    const response = await fetch(`${url}${path}`, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: follower.abort.signal,
    });
    if (!response.ok || !response.body) throw new Error(`${path}: ${response.status}`);
    void follower.read(response.body);
    return follower;
  }

  get lastId(): string {
    return String(this.events.at(-1)?.id);
  }

  sequences(reference: string): readonly number[] {
    return this.events.filter((event) => event.reference === reference).map(({ sequence }) => sequence);
  }

  async has(reference: string, count: number): Promise<void> {
    await eventually(`event ${count} of ${reference}`, async () => this.sequences(reference).length >= count, 60);
  }

  stop(): void {
    this.abort.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const parser = createParser({
      onEvent: ({ id, data }) => {
        const event = feedEvent.parse(JSON.parse(data));
        if (id !== event.id) throw new Error(`The message ${id} is the event ${event.id}`);
        this.events.push(event);
      },
      onId: (id) => (this.begunAfter ||= id ?? ''),
    });
    const text = new TextDecoder();
    try {
      for await (const chunk of body) parser.feed(text.decode(chunk, { stream: true }));
    } catch (error) {
      if (!this.abort.signal.aborted) throw error;
    } finally {
      this.ended = true;
    }
  }
}

describe('live events', () => {
  let api: TestApi;
  let engine: Engine;
  let tasking: Caller;
  const following: Follower[] = [];
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    tasking = await Caller.as('tasking-officer-norfolk', api.url);
  });
  afterEach(() => following.splice(0).forEach((follower) => follower.stop()));
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const follow = async (path: string, headers: Readonly<Record<string, string>> = {}, url = api.url) => {
    const follower = await Follower.start(url, path, { authorization: tasking.authorization, ...headers });
    following.push(follower);
    return follower;
  };
  const opened = async () => ((await tasking.post(OPERATIONS, REFERRAL)).body as CommandAnswer).reference;
  const subject = { roles: ['witness'], name: 'Invented', grounds: 'Invented.' };
  const add = (reference: string) => tasking.post(`${OPERATIONS}/${reference}/commands/addSubject`, subject);
  /** Waits until the relay has placed an operation's events, so that "from now on" is after them. */
  const placed = (reference: string, sequence: number) =>
    eventually('placing', async () => {
      const sql = 'SELECT 1 FROM feed WHERE operation = $1 AND sequence = $2';
      return ((await engine.pool.query(sql, [reference, sequence])).rowCount ?? 0) > 0;
    });

  it('of one operation come as they are recorded, and none of another', async () => {
    const [mine, other] = [await opened(), await opened()];
    await placed(mine, 1);
    const follower = await follow(`${OPERATIONS}/${mine}/events`);
    await add(other);
    await add(mine);
    await follower.has(mine, 1);
    expect(follower.events.map(({ reference, sequence }) => [reference, sequence])).toEqual([[mine, 2]]);
    expect(follower.events[0]?.payload['name']).toEqual({
      record: expect.any(String) as string,
      digest: expect.any(String) as string,
    });
  });

  it('of all operations come in one order, each once', async () => {
    const follower = await follow('/api/v1/events');
    const references = await Promise.all([opened(), opened(), opened()]);
    for (const reference of references) await follower.has(reference, 1);
    const again = await follow(`/api/v1/events?after=${follower.events[0]?.id}`);
    for (const reference of references.filter((one) => one !== follower.events[0]?.reference))
      await again.has(reference, 1);
    // What another suite has begun may still come while these are waited for.
    const ours = (events: typeof follower.events) => events.filter((one) => references.includes(one.reference));
    expect(ours(again.events)).toEqual(ours(follower.events.slice(1)));
    expect(new Set(follower.events.map(({ id }) => id)).size).toBe(follower.events.length);
  });

  it('go on where a client lost its stream, missing and repeating none', async () => {
    const reference = await opened();
    const first = await follow(`${OPERATIONS}/${reference}/events?after=0`);
    await add(reference);
    await first.has(reference, 2);
    first.stop();
    await add(reference);
    await placed(reference, 3);
    await add(reference);
    const second = await follow(`${OPERATIONS}/${reference}/events?after=0`, { 'last-event-id': first.lastId });
    await second.has(reference, 2);
    expect([...first.sequences(reference), ...second.sequences(reference)]).toEqual([1, 2, 3, 4]);
  });

  it('say where they go on, so that one that ended before its first event misses none either', async () => {
    const reference = await opened();
    await placed(reference, 1);
    const first = await follow('/api/v1/events');
    await eventually('the beginning', async () => first.begunAfter !== '');
    first.stop();
    await add(reference);
    await placed(reference, 2);
    const second = await follow('/api/v1/events', { 'last-event-id': first.begunAfter });
    await second.has(reference, 1);
    expect(second.sequences(reference)).toEqual([2]);
  });

  it('go back to the beginning, page by page', async () => {
    const reference = await opened();
    const follower = await follow('/api/v1/events?after=0');
    await follower.has(reference, 1);
    expect(follower.events[0]).toMatchObject({ sequence: 1, type: 'referralOpened' });
    expect(new Set(follower.events.map(({ id }) => id)).size).toBe(follower.events.length);
  });

  it('come while Redis is away, only later', async () => {
    const away = await startApi({ REDIS_URL: 'redis://127.0.0.1:1' });
    const reference = await opened();
    await placed(reference, 1);
    const follower = await follow(`${OPERATIONS}/${reference}/events`, {}, away.url);
    await add(reference);
    await follower.has(reference, 1);
    follower.stop();
    await away.close();
  });

  it('end when the process does, at once', async () => {
    const ending = await startApi();
    const follower = await follow('/api/v1/events', {}, ending.url);
    const began = performance.now();
    await ending.close();
    await eventually('the end', async () => follower.ended, 2);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('of an operation that does not exist do not begin', async () => {
    expect(await tasking.send(`${OPERATIONS}/OP-2020-000000/events`)).toMatchObject({ status: 404 });
    expect(await tasking.send('/api/v1/events', { headers: { 'last-event-id': 'x' } })).toMatchObject({ status: 400 });
  });
});
