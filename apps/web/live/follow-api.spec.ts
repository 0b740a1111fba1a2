import { ApiProblem, unreachable } from '../api-client/problem';
import { SignInNeeded } from '../session/tokens.service';
import { followApi, type Followed } from './follow-api';

type Step = Error | readonly string[];

/** An API whose streams are these, one after the other: each says its parts and ends, or does not open. */
function apiOf(...streams: readonly Step[]) {
  const asked: (string | undefined)[] = [];
  const follow = async (_path: string, _query: object, headers: Readonly<Record<string, string>>) => {
    const step = streams[asked.length];
    asked.push(headers['last-event-id']);
    if (step === undefined) throw new SignInNeeded();
    if (step instanceof Error) throw step;
    return new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of step) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
  };
  return { asked, follow };
}

const begins = (id: string) => `retry: 2000\nid: ${id}\n\n`;
const event = (id: string) => `id: ${id}\ndata: {"id":"${id}","reference":"OP-1"}\n\n`;

async function followed(api: ReturnType<typeof apiOf>, from?: string) {
  const found: string[] = [];
  const told = (one: Followed) =>
    ('id' in one ? `${one.kind} ${one.id}` : one.kind) + ('missed' in one && one.missed ? '!' : '');
  for await (const one of followApi(api, from, new AbortController().signal)) found.push(told(one));
  return found;
}

describe('following the API', () => {
  beforeEach(() => jest.useFakeTimers({ advanceTimers: true, doNotFake: ['performance', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  it('goes on after the last event that came when a stream ends, as it does with each token', async () => {
    const api = apiOf([begins('a'), event('b'), event('c')], [begins('c'), event('d')]);
    expect(await followed(api)).toEqual(['here a', 'event b', 'event c', 'here c', 'event d', 'ended']);
    expect(api.asked).toEqual([undefined, 'c', 'd']);
  });

  it('goes on where a stream began that ended before its first event', async () => {
    const api = apiOf([begins('a')], [begins('a'), event('b')]);
    await followed(api);
    expect(api.asked).toEqual([undefined, 'a', 'b']);
  });

  it('begins where it is asked to', async () => {
    const api = apiOf([begins('x')]);
    await followed(api, 'x');
    expect(api.asked[0]).toBe('x');
  });

  it('says that it hears nothing while the API is away, and comes back', async () => {
    const api = apiOf([begins('a'), event('b')], unreachable(), unreachable(), [begins('b'), event('c')]);
    expect(await followed(api)).toEqual(['here a', 'event b', 'away', 'away', 'here b', 'event c', 'ended']);
    expect(api.asked).toEqual([undefined, 'b', 'b', 'b', 'c']);
  });

  it('takes what comes in pieces', async () => {
    const api = apiOf([begins('a').slice(0, 9), begins('a').slice(9), event('b').slice(0, 20), event('b').slice(20)]);
    expect(await followed(api)).toEqual(['here a', 'event b', 'ended']);
  });

  it('begins anew where its place is not known any more, and says that something may have been missed', async () => {
    const unknown = new ApiProblem({ type: '/problems/validation', title: '', status: 400 });
    const api = apiOf(unknown, [begins('a')]);
    expect(await followed(api, 'old')).toEqual(['away', 'here a!', 'ended']);
    expect(api.asked).toEqual(['old', undefined, 'a']);
  });

  it('ends where the API takes the token no more', async () => {
    const refused = new ApiProblem({ type: '/problems/unauthenticated', title: '', status: 401 });
    expect(await followed(apiOf([begins('a')], refused))).toEqual(['here a', 'ended']);
  });

  it('ends with its reader', async () => {
    const leaving = new AbortController();
    const api = apiOf(...Array<Step>(100).fill(unreachable()));
    const kinds: string[] = [];
    for await (const { kind } of followApi(api, undefined, leaving.signal)) {
      kinds.push(kind);
      if (kinds.length === 2) leaving.abort();
    }
    expect(kinds).toEqual(['away', 'away']);
  });
});
