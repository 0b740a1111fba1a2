import { createServer } from 'node:http';
import { startLibreTranslate } from '../../../test/support/libretranslate';
import { listening, nowhere } from '../../../test/support/listener';
import { LibreTranslate, type LibreTranslateOptions } from './libretranslate';
import type { ProviderFailure, ProviderRequest } from './provider';

const KEY = 'a-key-of-nobody';
const SECRET = 'Titkos üzenet';

describe('LibreTranslate', () => {
  let libre: Awaited<ReturnType<typeof startLibreTranslate>>;
  beforeEach(async () => {
    libre = await startLibreTranslate({ key: KEY, charLimit: 2_000, batchLimit: 20, retryAfterSeconds: 3 });
  });
  afterEach(() => libre.close());

  const provider = (options: Partial<LibreTranslateOptions> = {}) =>
    new LibreTranslate({ url: libre.address, key: KEY, isOnPremises: true, ...options });
  const request = (changes: Partial<ProviderRequest> = {}): ProviderRequest => ({
    texts: [SECRET],
    from: 'hu',
    traceId: 'trace-1',
    signal: new AbortController().signal,
    ...changes,
  });
  const failure = (asked: Promise<unknown>): Promise<ProviderFailure> =>
    asked.then(
      () => Promise.reject(new Error('It answered')),
      (error: ProviderFailure) => {
        expect(error.message).not.toContain('Titkos');
        expect(error.cause).toBeUndefined();
        return error;
      },
    );

  it('answers each text in its place, and is known by its trace on the other side', async () => {
    const texts = ['Szia!', 'Hol vagy?\nVárlak 😀', 'QZX1067 holnap'];
    expect(await provider().translate(request({ texts }))).toEqual({
      texts: texts.map((text) => `[hu>en] ${text}`),
      chargedCharacters: texts.join('').length,
    });
    expect(libre.taken).toEqual([expect.objectContaining({ traceId: 'trace-1', texts, isFullySent: true })]);
  });

  it("has the server's limits and version once it is known to be healthy", async () => {
    const asked = provider();
    expect(asked.version).toBe('unknown');
    expect(await asked.health()).toEqual({ isHealthy: true, detail: 'LibreTranslate 1.6.5 answers.' });
    expect(asked.limits).toEqual({ texts: 20, characters: 2_000 });
    expect(asked.version).toBe('1.6.5');
    const most = Array.from({ length: 20 }, () => 'x'.repeat(100));
    expect((await asked.translate(request({ texts: most }))).texts).toHaveLength(20);
    for (const texts of [
      [...most, 'x'],
      [...most.slice(1), 'x'.repeat(101)],
    ])
      expect(await failure(asked.translate(request({ texts })))).toMatchObject({
        kind: 'refused',
        message: expect.stringContaining('too long'),
      });
  });

  it('keeps to limits of its own where the server has none', async () => {
    const boundless = await startLibreTranslate({});
    const asked = provider({ url: boundless.address });
    await asked.health();
    expect(asked.limits).toEqual({ texts: 100, characters: 10_000 });
    await boundless.close();
  });

  it('leaves the premises unless it is told that it does not', () => {
    expect(provider().leavesPremises).toBe(false);
    expect(provider({ isOnPremises: false }).leavesPremises).toBe(true);
  });

  it.each([
    ['throttled', 'throttled'],
    ['unavailable', 'unavailable'],
    ['reset-unread', 'unanswered'],
    ['reset-after', 'unanswered'],
    ['reset-midway', 'unanswered'],
    ['wrong-json', 'malformed'],
    ['too-few', 'malformed'],
  ] as const)('meets %s once, as %s', async (fault, kind) => {
    libre.next.push(fault);
    const met = await failure(provider().translate(request()));
    expect(met.kind).toBe(kind);
    expect(met.retryAfterMs).toBe(kind === 'throttled' ? 3_000 : undefined);
    expect(libre.requests()).toBe(1);
  });

  it('gives up what is not answered in time, or not to its end', async () => {
    libre.next.push('silent');
    expect((await failure(provider({ timeoutMs: 100 }).translate(request()))).kind).toBe('unanswered');
    const stalling = await listening(
      createServer((_, response) => response.writeHead(200, { 'content-length': 100 }).write('{')),
    );
    const asked = provider({ url: `http://${stalling.address}`, timeoutMs: 100 }).translate(request());
    expect((await failure(asked)).kind).toBe('unanswered');
    await stalling.close();
  });

  it('is stopped by who asked', async () => {
    const stop = new AbortController();
    libre.next.push('silent');
    const asked = failure(provider().translate(request({ signal: stop.signal })));
    while (libre.taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect((await asked).kind).toBe('unanswered');
    expect((await failure(provider().translate(request({ signal: stop.signal })))).kind).toBe('unavailable');
  });

  it('is unavailable where nothing listens', async () => {
    const away = provider({ url: `http://${await nowhere()}` });
    expect((await failure(away.translate(request()))).kind).toBe('unavailable');
    expect(await away.health()).toMatchObject({ isHealthy: false });
  });

  it.each([
    [{ key: 'wrong' }, {}, 'does not accept the key'],
    [{ key: undefined }, {}, 'does not accept the key'],
    [{}, { from: 'xx' }, 'choose another provider'],
  ])('says what to do, given %p and %p', async (options, changes, sentence) => {
    expect(await failure(provider(options).translate(request(changes)))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(sentence),
    });
  });

  it.each([
    [403, '{"error":"Too many request limits violations"}', 'throttled'],
    [500, '{"error":"Cannot translate text: Titkos üzenet"}', 'unavailable'],
    [302, '', 'refused'],
    [404, '<html>', 'refused'],
    [200, '{"translatedText":"x"}', 'malformed'],
    [200, '<html>', 'malformed'],
  ])('takes %d with %s as %s', async (status, body, kind) => {
    const odd = await listening(
      createServer((_, response) => response.writeHead(status, { location: libre.address }).end(body)),
    );
    expect((await failure(provider({ url: `http://${odd.address}` }).translate(request()))).kind).toBe(kind);
    expect(libre.requests()).toBe(0);
    await odd.close();
  });

  it('knows the languages that it puts into English', async () => {
    expect(await provider().languages()).toEqual(['bg', 'hu', 'pl', 'ro', 'sk', 'sq']);
  });
});
