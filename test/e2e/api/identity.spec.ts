import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { ask, startApi, type TestApi } from '../../support/api';
import { Issuer } from '../../support/issuer';
import { REFERRAL } from '../../support/stack';

const AUDIENCE = 'waymark-api';

describe('identity', () => {
  let provider: Issuer;
  let issuer: string;
  let api: TestApi;

  beforeAll(async () => {
    provider = await Issuer.start();
    issuer = provider.url;
    api = await startApi({ OIDC_ISSUER: issuer });
  });
  afterAll(async () => {
    await api.close();
    provider.close();
  });

  const claims = { sub: 'somebody', roles: ['tasking-officer'], force: 'norfolk' };
  const signed = (...given: Parameters<Issuer['signed']>) => provider.signed(...given);
  const reading = (token: string, url = api.url) =>
    ask(url, '/api/v1/operations?limit=1', { headers: { authorization: `Bearer ${token}` } });
  const opening = (token: string) =>
    ask(api.url, '/api/v1/operations', {
      body: REFERRAL,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
    });

  it('is proved by a token of the issuer for this API', async () => {
    expect((await reading(await signed(claims))).status).toBe(200);
    expect((await opening(await signed(claims))).status).toBe(201);
  });

  const bad: readonly [string, () => Promise<string>][] = [
    ['for another audience', () => signed(claims, { audience: 'another' })],
    ['of another issuer', () => signed(claims, { from: 'http://127.0.0.1:9' })],
    ['that has expired', () => signed(claims, { until: '-1m' })],
    ['signed by another key', async () => signed(claims, { by: (await generateKeyPair('ES256')).privateKey })],
    [
      'without signature',
      async () => new UnsecuredJWT(claims).setIssuer(issuer).setAudience(AUDIENCE).setExpirationTime('5m').encode(),
    ],
    [
      'signed by a shared secret',
      () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .setIssuer(issuer)
          .setAudience(AUDIENCE)
          .setExpirationTime('5m')
          .sign(Buffer.from(issuer.repeat(2))),
    ],
    ['that lasts for a day', () => signed(claims, { until: '1d' })],
    ['of nobody', () => signed({ roles: ['supervisor'] })],
    ['that is none', async () => 'abc'],
  ];
  it.each(bad)('is not proved by a token %s', async (_, token) => {
    const { status, headers } = await reading(await token());
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(/^Bearer realm="waymark"/);
  });

  it('never makes anyone Waymark itself, and roles that are not ours mean nothing', async () => {
    const token = await signed({ ...claims, roles: ['service', 'root'] });
    expect((await reading(token)).status).toBe(200);
    const { status, body } = await opening(token);
    expect(status).toBe(403);
    expect(body).toMatchObject({ blockers: [{ code: 'role' }] });
  });

  it('cannot be proved while the key set is away, which is nobody’s fault who asks', async () => {
    provider.keySetIsAway = true;
    const fresh = await startApi({ OIDC_ISSUER: issuer });
    const away = await reading(await signed(claims), fresh.url);
    provider.keySetIsAway = false;
    expect(away).toMatchObject({ status: 503, body: { type: '/problems/unavailable' } });
    expect((await reading(await signed(claims), fresh.url)).status).toBe(200);
    await fresh.close();
  });

  describe('that is to be fresh', () => {
    const seconds = (ago: number) => Math.floor(Date.now() / 1000) - ago;
    const breaking = async (payload: JWTPayload, command = 'challengeAccess') =>
      ask(api.url, `/api/v1/operations/OP-2026-999999/commands/${command}`, {
        body: { reason: 'Invented reason.' },
        headers: { authorization: `Bearer ${await signed(payload)}`, 'idempotency-key': crypto.randomUUID() },
      });

    it.each([{ auth_time: undefined }, { auth_time: seconds(700) }])('is asked for anew: %j', async (old) => {
      const { status, headers, body } = await breaking({ ...claims, ...old });
      expect({ status, body }).toMatchObject({ status: 401, body: { type: '/problems/step-up' } });
      expect(headers.get('www-authenticate')).toMatch(/error="insufficient_user_authentication".*, max_age=600$/);
    });

    it('is enough, however old the token', async () => {
      expect(await breaking({ ...claims, auth_time: seconds(500) })).toMatchObject({ status: 404 });
    });

    it('is not asked of whoever may not do it at all, nor where nothing demands it', async () => {
      const old = { ...claims, auth_time: seconds(700) };
      expect((await breaking({ ...old, roles: ['administrator'] })).status).toBe(404);
      expect((await breaking({ ...old, roles: ['supervisor'] }, 'excludePerson')).status).toBe(400);
    });
  });

  describe('is told that a session has ended', () => {
    const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
    const telling = async (payload: JWTPayload, audience = 'waymark-web') => {
      const token = await new SignJWT({ jti: crypto.randomUUID(), events: { [EVENT]: {} }, ...payload })
        .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'logout+jwt' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(payload.iat)
        .sign(provider.key);
      return ask(api.url, '/api/v1/backchannel-logout', {
        method: 'POST',
        body: new URLSearchParams({ logout_token: token }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    };

    it('and takes its tokens no more, while those of others go on', async () => {
      const [mine, other] = [await signed({ ...claims, sid: 'mine' }), await signed({ ...claims, sid: 'other' })];
      expect((await telling({ sid: 'mine' })).status).toBe(204);
      expect(await reading(mine)).toMatchObject({
        status: 401,
        body: { detail: 'The session of this token has ended.' },
      });
      expect((await reading(other)).status).toBe(200);
    });

    it.each([
      ['names no session', {}],
      ['is about no end', { sid: 'safe', events: {} }],
      ['has a nonce, as identity tokens do', { sid: 'safe', nonce: 'abc' }],
      ['is old', { sid: 'safe', iat: Math.floor(Date.now() / 1000) - 600 }],
      ['has no identifier', { sid: 'safe', jti: undefined as never }],
    ])('but not by a token that %s', async (_, payload) => {
      expect((await telling(payload)).status).toBe(400);
      expect((await reading(await signed({ ...claims, sid: 'safe' }))).status).toBe(200);
    });

    it('but not by a token that is for somebody else', async () => {
      expect((await telling({ sid: 'safe' }, AUDIENCE)).status).toBe(400);
      expect((await reading(await signed({ ...claims, sid: 'safe' }))).status).toBe(200);
    });
  });

  it('is asked of every route but those that say nothing of any operation', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/openapi.json', '/api/docs'])
      expect(await ask(api.url, path)).toMatchObject({ status: 200 });
    const document = (await ask(api.url, '/api/openapi.json')).body as {
      paths: Record<string, Record<string, { security?: unknown[] }>>;
    };
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { security }] of Object.entries(methods)) {
        const concrete = path.replace('{reference}', 'OP-2026-000001').replace('{position}', '1');
        const { status } = await ask(api.url, concrete, { method: method.toUpperCase() });
        expect([path, status === 401]).toEqual([path, security?.length !== 0]);
      }
  });
});
