import { Caller, ask, startApi, type Reply } from '../../support/api';
import { ownRedis } from '../../support/own-database';

const LIMITS = { RATE_PER_PERSON: '5', RATE_PER_ADDRESS: '3', RATE_BREAK_GLASS: '2', STREAMS_PER_PERSON: '2' };
const LIST = '/api/v1/operations?limit=1';
/** A part of Redis for each test: what one has counted must not count for another. */
let part = 8;

describe.each([
  ['in Redis', () => ownRedis(part++)],
  ['in the process, while Redis is away', () => 'redis://127.0.0.1:1'],
])('rates, counted %s', (_, redisUrl) => {
  let redis: string;
  beforeEach(() => {
    redis = redisUrl();
  });
  const closing: (() => Promise<void>)[] = [];
  afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

  const start = async (limits: Partial<typeof LIMITS>) => {
    const api = await startApi({ ...limits, REDIS_URL: redis });
    closing.push(api.close);
    return api.url;
  };
  const times = async (count: number, send: () => Promise<Reply>) => {
    const statuses: number[] = [];
    for (let nth = 0; nth < count; nth++) statuses.push((await send()).status);
    return statuses;
  };

  it('hold a person to so many requests a minute, and nobody else', async () => {
    const url = await start({ RATE_PER_PERSON: LIMITS.RATE_PER_PERSON });
    const [one, other] = [await Caller.as('supervisor-norfolk', url), await Caller.as('supervisor-essex', url)];
    expect(await times(5, () => one.send(LIST))).toEqual([200, 200, 200, 200, 200]);
    const refused = await one.send(LIST);
    expect(refused).toMatchObject({ status: 429, body: { type: '/problems/too-busy' } });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await other.send(LIST)).status).toBe(200);
  });

  it('hold an address to so many requests that prove nothing, and no one who proves who they are', async () => {
    const url = await start({ RATE_PER_ADDRESS: LIMITS.RATE_PER_ADDRESS });
    const someone = await Caller.as('supervisor-norfolk', url);
    const bearing = (token: string) => ask(url, LIST, { headers: { authorization: `Bearer ${token}` } });
    expect(await times(2, () => ask(url, LIST))).toEqual([401, 401]);
    expect(await times(2, () => bearing('abc'))).toEqual([401, 429]);
    const telling = ask(url, '/api/v1/backchannel-logout', {
      method: 'POST',
      body: 'logout_token=abc',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect((await telling).status).toBe(429);
    expect((await someone.send(LIST)).status).toBe(200);
    expect((await ask(url, '/healthz')).status).toBe(200);
  });

  it('hold a person to so many attempts to break the glass, and to nothing else', async () => {
    const url = await start({ RATE_BREAK_GLASS: LIMITS.RATE_BREAK_GLASS });
    const one = await Caller.as('supervisor-norfolk', url);
    const breaking = () =>
      one.post('/api/v1/operations/OP-2020-999999/commands/challengeAccess', { reason: 'Invented reason.' });
    expect(await times(3, breaking)).toEqual([404, 404, 429]);
    expect((await one.send(LIST)).status).toBe(200);
  });

  it('hold a person to so many live streams at once', async () => {
    const url = await start({ STREAMS_PER_PERSON: LIMITS.STREAMS_PER_PERSON });
    const { authorization } = await Caller.as('supervisor-norfolk', url);
    const open = async () => {
      const abort = new AbortController();
      const headers = { accept: 'text/event-stream', authorization };
      const response = await fetch(`${url}/api/v1/events`, { headers, signal: abort.signal });
      return { status: response.status, abort };
    };
    const streams = [await open(), await open(), await open()];
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 429]);
    for (const { abort } of streams) abort.abort();
  });
});

it('rates are counted by all processes together', async () => {
  const REDIS_URL = ownRedis(part);
  const apis = [
    await startApi({ RATE_PER_PERSON: '5', REDIS_URL }),
    await startApi({ RATE_PER_PERSON: '5', REDIS_URL }),
  ];
  const callers = await Promise.all(apis.map(({ url }) => Caller.as('supervisor-norfolk', url)));
  const statuses: number[] = [];
  for (let nth = 0; nth < 6; nth++) statuses.push((await (callers[nth % 2] as Caller).send(LIST)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  await Promise.all(apis.map(({ close }) => close()));
});
