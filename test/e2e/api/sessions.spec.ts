import { decodeJwt } from 'jose';
import { Caller, ask, startApi, type TestApi } from '../../support/api';
import { CLI_CLIENT } from '../../../platform/embedded/identity/client';
import { systemTokenFor } from '../../../platform/embedded/identity/sign-in';
import { readSecrets } from '../../../platform/embedded/secrets';
import { layout } from '../../../platform/embedded/layout';
import { eventually, testStack } from '../../support/stack';

const PERSON = 'intelligence-analyst-norfolk';
/** What the issue promises of a session that has ended. */
const WITHIN_MS = 1_000;

/** The stack's own API is told by the identity provider; the test's learns it from the database, as any other process does. */
describe('sessions', () => {
  let other: TestApi;
  let caller: Caller;
  const { urls, dataDir } = testStack();
  beforeAll(async () => {
    other = await startApi();
  });
  beforeEach(async () => {
    caller = await Caller.as(PERSON, urls.api);
  });
  afterAll(() => other.close());

  const reading = (url: string, authorization: string) =>
    ask(url, '/api/v1/operations?limit=1', { headers: { authorization } });
  const held = async () => `Bearer ${await caller.session.token()}`;
  const apis = () => [urls.api, other.url];

  /** That every API takes a token now, and none does within a second of what ends its session. */
  async function endsBy(act: () => Promise<void>): Promise<void> {
    const authorization = await held();
    for (const url of apis()) expect((await reading(url, authorization)).status).toBe(200);
    await act();
    const acted = performance.now();
    const endsAt = async (url: string) => {
      let lastTaken = acted;
      const refused = await eventually('the end of the session', async () => {
        const asked = performance.now();
        const reply = await reading(url, authorization);
        if (reply.status === 200) lastTaken = asked;
        return reply.status === 401 && reply;
      });
      expect(lastTaken - acted).toBeLessThan(WITHIN_MS);
      expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
    };
    await Promise.all(apis().map(endsAt));
  }

  it('last for five minutes a token, which says when its person has signed in', async () => {
    const { exp = 0, iat = 0, auth_time, acr, sid } = decodeJwt(await caller.session.token());
    expect(exp - iat).toBe(300);
    expect(Number(auth_time)).toBeGreaterThan(iat - 60);
    expect({ acr, sid }).toEqual({ acr: 'urn:waymark:acr:unchecked', sid: expect.any(String) as string });
  });

  it('end everywhere with a sign-out, and their live streams with them', async () => {
    const authorization = await held();
    const streams = await Promise.all(
      apis().map((url) => fetch(`${url}/api/v1/events`, { headers: { accept: 'text/event-stream', authorization } })),
    );
    expect(streams.map(({ status }) => status)).toEqual([200, 200]);
    await endsBy(() => caller.session.signOut());
    // Each comes to its end, which a stream that is left open never would.
    for (const stream of streams) await stream.text();
    await expect(caller.session.refresh()).rejects.toThrow('invalid_grant');
  });

  it('end everywhere when their refresh token is given back', () => endsBy(() => caller.session.revoke()));

  it('end everywhere when a refresh token is used a second time, whoever uses it', async () => {
    const stolen = await caller.session.refreshToken();
    await caller.session.refresh();
    expect(await caller.session.refreshToken()).not.toBe(stolen);
    await endsBy(async () => {
      const form = { grant_type: 'refresh_token', refresh_token: stolen, client_id: CLI_CLIENT.id };
      const { status } = await fetch(`${urls.issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
      expect(status).toBe(400);
    });
    await expect(caller.session.refresh()).rejects.toThrow('invalid_grant');
  });

  it('of others go on', async () => {
    const another = await Caller.as(PERSON, urls.api);
    await caller.session.signOut();
    expect((await another.send('/api/v1/operations?limit=1')).status).toBe(200);
  });

  it('keep the time of their sign-in when they are refreshed, and change it when their person signs in again', async () => {
    const signedInAt = async () => Number(decodeJwt(await caller.session.token())['auth_time']);
    const first = await signedInAt();
    await caller.session.refresh();
    expect(await signedInAt()).toBe(first);
    const again = await eventually('a later second', async () => {
      await caller.session.signInAgain();
      return (await signedInAt()) > first;
    });
    expect(again).toBe(true);
  });

  describe('of a system', () => {
    const { systemClientSecret } = readSecrets(layout(dataDir).secrets);
    const asSystem = async (path: string, method = 'GET') => {
      const token = await systemTokenFor(urls.issuer, systemClientSecret, 'lists:read');
      return ask(urls.api, path, { method, headers: { authorization: `Bearer ${token}` } });
    };

    it('may use what names its scope', async () => {
      expect(decodeJwt(await systemTokenFor(urls.issuer, systemClientSecret, 'lists:read'))).toMatchObject({
        client_id: 'waymark-system',
        scope: 'lists:read',
      });
      expect((await asSystem('/api/v1/support-needs')).status).toBe(200);
    });

    it('may use nothing else', async () => {
      const document = (await ask(urls.api, '/api/openapi.json')).body as {
        paths: Record<string, Record<string, { security?: readonly Record<string, readonly string[]>[] }>>;
      };
      let refused = 0;
      for (const [path, methods] of Object.entries(document.paths))
        for (const [method, { security }] of Object.entries(methods)) {
          if (security) continue;
          const concrete = path.replace('{reference}', 'OP-2026-000001');
          const { status, headers, body } = await asSystem(concrete, method.toUpperCase());
          expect([path, status, body]).toEqual([path, 403, expect.objectContaining({ type: '/problems/forbidden' })]);
          expect(headers.get('www-authenticate')).toContain('error="insufficient_scope"');
          refused += 1;
        }
      expect(refused).toBeGreaterThan(100);
    });

    it('has no scope that it was not given', async () => {
      const asked = await systemTokenFor(urls.issuer, systemClientSecret, 'lists:read operations:write');
      expect(decodeJwt(asked)).toMatchObject({ scope: 'lists:read' });
      await expect(systemTokenFor(urls.issuer, 'guessed', 'lists:read')).rejects.toThrow('invalid_client');
    });
  });
});
