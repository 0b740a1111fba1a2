import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { startAzure } from '../../../test/support/azure-translator';
import { listening, nowhere } from '../../../test/support/listener';
import type { Taken } from '../../../test/support/translator-faults';
import { AzureTranslator, type AzureOptions } from './azure';
import type { ProviderFailure, ProviderRequest } from './provider';

const KEY = 'a-key-of-nobody';
const SECRET = 'Titkos üzenet';

describe('Azure Translator', () => {
  let azure: Awaited<ReturnType<typeof startAzure>>;
  let logged: Taken[];
  beforeEach(async () => {
    logged = [];
    azure = await startAzure({ key: KEY, retryAfterSeconds: 7, log: (taken) => logged.push(taken) });
  });
  afterEach(() => azure.close());

  const provider = (options: Partial<AzureOptions> = {}) =>
    new AzureTranslator({ endpoint: azure.address, credential: { key: KEY }, pencePerMillion: 800, ...options });
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
        // Whatever goes wrong, no text is told.
        expect(error.message).not.toContain('Titkos');
        expect(error.cause).toBeUndefined();
        return error;
      },
    );

  it('answers each text in its place, with what was charged, and is known by its trace on the other side', async () => {
    const texts = ['Szia!', 'Hol vagy?\nVárlak 😀', 'QZX1067 holnap'];
    expect(await provider().translate(request({ texts }))).toEqual({
      texts: texts.map((text) => `[hu>en] ${text}`),
      chargedCharacters: texts.join('').length,
    });
    expect(azure.taken).toEqual([expect.objectContaining({ traceId: 'trace-1', texts, isFullySent: true })]);
  });

  it('takes what Azure has metered for what it charges', async () => {
    const metering = await answering(200, JSON.stringify([{ translations: [{ text: 'x', to: 'en' }] }]), {
      'x-metered-usage': '99',
    });
    const answer = await provider({ endpoint: metering.endpoint }).translate(request());
    expect(answer.chargedCharacters).toBe(99);
    await metering.close();
  });

  it('sends as much in one request as Azure takes, and Azure refuses more', async () => {
    const { limits } = provider();
    const most = Array.from({ length: limits.texts }, () => 'x'.repeat(limits.characters / limits.texts));
    expect((await provider().translate(request({ texts: most }))).texts).toHaveLength(limits.texts);
    const tooMany = await failure(provider().translate(request({ texts: [...most.map(() => 'x'), 'x'] })));
    expect(tooMany).toMatchObject({ kind: 'refused', message: expect.stringContaining('400072') });
    const tooLong = await failure(provider().translate(request({ texts: [...most.slice(1), 'x'.repeat(51)] })));
    expect(tooLong).toMatchObject({ kind: 'refused', message: expect.stringContaining('400077') });
  });

  it.each([
    ['throttled', 'throttled', 0],
    ['unavailable', 'unavailable', 0],
    ['reset-unread', 'unanswered', 0],
    ['reset-after', 'unanswered', 1],
    ['reset-midway', 'unanswered', 1],
    ['wrong-json', 'malformed', 1],
    ['too-few', 'malformed', 1],
  ] as const)('meets %s once, as %s', async (fault, kind, taken) => {
    azure.next.push(fault);
    expect((await failure(provider().translate(request()))).kind).toBe(kind);
    expect(azure.requests()).toBe(1);
    expect(logged.filter(({ isFullySent }) => !isFullySent)).toHaveLength(taken);
  });

  it('says when to come again, in seconds or by a date', async () => {
    azure.next.push('throttled');
    expect((await failure(provider().translate(request()))).retryAfterMs).toBe(7_000);
    const soon = new Date(Date.now() + 60_000).toUTCString();
    const dated = await answering(429, '{}', { 'retry-after': soon });
    const { kind, retryAfterMs } = await failure(provider({ endpoint: dated.endpoint }).translate(request()));
    expect(kind).toBe('throttled');
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    await dated.close();
  });

  it('gives up what is not answered in time', async () => {
    azure.next.push('silent');
    const { kind, message } = await failure(provider({ timeoutMs: 500 }).translate(request()));
    expect(kind).toBe('unanswered');
    expect(message).toContain('within 0.5 seconds');
    expect(azure.taken).toHaveLength(1);
  });

  it.each([{}, { 'content-encoding': 'gzip' }])(
    'gives up an answer that stops halfway, sent as %p',
    async (encoding) => {
      const stalling = createServer((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100, ...encoding }).write('[');
      });
      const { address, close } = await listening(stalling);
      const asked = provider({ endpoint: `http://${address}`, timeoutMs: 500 }).translate(request());
      expect((await failure(asked)).kind).toBe('unanswered');
      await close();
    },
  );

  it('is stopped by who asked, and is not asked once that is so', async () => {
    const stop = new AbortController();
    azure.next.push('silent');
    const asked = failure(provider().translate(request({ signal: stop.signal })));
    while (azure.taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect((await asked).kind).toBe('unanswered');
    const { kind } = await failure(provider().translate(request({ signal: stop.signal })));
    expect(kind).toBe('unavailable');
    expect(azure.requests()).toBe(1);
  });

  it('is unavailable where nothing listens', async () => {
    const endpoint = `http://${await nowhere()}`;
    expect((await failure(provider({ endpoint }).translate(request()))).kind).toBe('unavailable');
    expect(await provider({ endpoint }).health()).toMatchObject({ isHealthy: false });
  });

  it('does not know what a gateway has made of a request that timed out behind it', async () => {
    const gateway = await answering(504, '<html>', { 'content-type': 'text/html' });
    expect((await failure(provider({ endpoint: gateway.endpoint }).translate(request()))).kind).toBe('unanswered');
    await gateway.close();
  });

  it('does not follow to another address, not even of the same server', async () => {
    const moved = await answering(307, '', { location: '/elsewhere' });
    const asked = provider({ endpoint: moved.endpoint }).translate(request());
    expect(await failure(asked)).toMatchObject({ kind: 'refused' });
    expect(moved.requests()).toBe(1);
    await moved.close();
  });

  it.each([
    ['[{"translations":[]}]', 'malformed'],
    ['[{"translations":[{"text":"x","to":"de"}]}]', 'malformed'],
    ['{"texts":["x"]}', 'malformed'],
    ['', 'malformed'],
  ])('does not take %s for an answer', async (body, kind) => {
    const odd = await answering(200, body);
    expect((await failure(provider({ endpoint: odd.endpoint }).translate(request()))).kind).toBe(kind);
    await odd.close();
  });

  it('says what to do about a wrong key, a language that there is not, and a quota that is used up', async () => {
    const wrong = await failure(provider({ credential: { key: 'wrong' } }).translate(request()));
    expect(wrong).toMatchObject({ kind: 'refused', message: expect.stringContaining('check key and region') });
    const unknown = await failure(provider().translate(request({ from: 'xx' })));
    expect(unknown).toMatchObject({ kind: 'refused', message: expect.stringContaining('another provider') });
    const free = await startAzure({ key: KEY, quota: 5 });
    const spent = await failure(provider({ endpoint: free.address }).translate(request()));
    expect(spent).toMatchObject({ kind: 'refused', message: expect.stringContaining('free quota') });
    await free.close();
  });

  it('understands the gateway, whose codes are texts', async () => {
    const gateway = await answering(
      401,
      '{"error":{"code":"401","message":"Access denied due to invalid subscription key"}}',
    );
    const refused = await failure(provider({ endpoint: gateway.endpoint }).translate(request()));
    expect(refused).toMatchObject({ kind: 'refused', message: expect.stringMatching(/check key and region.*\(401\)/) });
    await gateway.close();
  });

  it('names its region, and asks at the path of a custom endpoint', async () => {
    const regional = await startAzure({ key: KEY, region: 'uksouth' });
    const endpoint = `${regional.address}/cognitiveservices`;
    await expect(provider({ endpoint, region: 'uksouth' }).translate(request())).resolves.toBeDefined();
    expect((await failure(provider({ endpoint }).translate(request()))).kind).toBe('refused');
    expect(regional.paths).toContain('/cognitiveservices/translator/text/v3.0/translate');
    await regional.close();
  });

  it('signs in by an identity of Entra, and says so where that gives no token', async () => {
    const entra = await startAzure({ token: 'of-entra' });
    const scopes: (string | string[])[] = [];
    const identity = {
      getToken: (scope: string | string[]) => {
        scopes.push(scope);
        return Promise.resolve({ token: 'of-entra', expiresOnTimestamp: 0 });
      },
    };
    const asked = { endpoint: entra.address, credential: { identity, resourceId: '/subscriptions/x' } };
    await expect(provider(asked).translate(request())).resolves.toBeDefined();
    expect(scopes).toEqual(['https://cognitiveservices.azure.com/.default']);
    const signedOut = { getToken: () => Promise.reject(new Error('signed out')) };
    const { kind } = await failure(provider({ ...asked, credential: { identity: signedOut } }).translate(request()));
    expect(kind).toBe('unavailable');
    expect(entra.requests()).toBe(1);
    await entra.close();
  });

  it('sends nothing in clear to another machine', async () => {
    const clear = provider({ endpoint: 'http://translator.invalid' });
    expect(await failure(clear.translate(request()))).toMatchObject({ kind: 'refused' });
  });

  it('knows its languages by ISO 639-1, and asks for Serbian by its letters', async () => {
    expect(await provider().languages()).toEqual(['bg', 'hu', 'no', 'pl', 'ro', 'sk', 'sq', 'sr', 'vi', 'zh']);
    expect(await provider().health()).toEqual({
      isHealthy: true,
      detail: 'Azure Translator answers, with 10 languages.',
    });
    await provider().translate(request({ from: 'sr', texts: ['Где си?'] }));
    await provider().translate(request({ from: 'sr', texts: ['Gde si?'] }));
    expect(azure.taken.map(({ from }) => from)).toEqual(['sr-Cyrl', 'sr-Latn']);
  });

  it('is not healthy behind what speaks no HTTP', async () => {
    const odd = await listening(createTcpServer((socket) => socket.end('SSH-2.0-odd\r\n')));
    expect(await provider({ endpoint: `http://${odd.address}` }).health()).toMatchObject({ isHealthy: false });
    await odd.close();
  });
});

/** A server that answers everything alike. */
async function answering(status: number, body: string, headers: Record<string, string> = {}) {
  let requests = 0;
  const { address, close } = await listening(
    createServer((_, response) => {
      requests += 1;
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    }),
  );
  return { endpoint: `http://${address}`, close, requests: () => requests };
}
