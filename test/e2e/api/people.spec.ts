import { me } from '../../../apps/api/people/me.schema';
import { ask, startApi, type TestApi } from '../../support/api';
import { Issuer } from '../../support/issuer';

describe('people over HTTP', () => {
  let api: TestApi;
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await Issuer.start();
    api = await startApi({ OIDC_ISSUER: issuer.url });
  });
  afterAll(async () => {
    await api.close();
    issuer.close();
  });

  const as = async (claims: Parameters<Issuer['signed']>[0], path: string) =>
    ask(api.url, path, { headers: { authorization: `Bearer ${await issuer.signed(claims)}` } });

  describe('whoever asks', () => {
    it('are told what their token says, and what means nothing here is left out', async () => {
      const claims = {
        ...{ sub: 'somebody', roles: ['supervisor', 'gardener', 'service'], force: 'norfolk', clearance: 'SECRET' },
        ...{ permissions: ['victim-identity', 'gate-key'], auth_time: 1_767_603_600 },
      };
      const { status, body } = await as(claims, '/api/v1/me');
      expect(status).toBe(200);
      expect(me.strict().parse(body)).toEqual({
        ...{ id: 'somebody', roles: ['supervisor'], force: 'norfolk', clearance: 'SECRET' },
        ...{ permissions: ['victim-identity'], signedInAt: '2026-01-05T09:00:00.000Z' },
      });
    });

    it('are told so where the token says next to nothing', async () => {
      const { body } = await as({ sub: 'somebody', auth_time: undefined }, '/api/v1/me');
      expect(body).toEqual({
        ...{ id: 'somebody', roles: [], force: '', clearance: 'OFFICIAL', permissions: [], signedInAt: null },
      });
    });

    it('are people: a system is none', async () => {
      const system = { sub: 'system', client_id: 'system', scope: 'timeline.read' };
      expect((await as(system, '/api/v1/me')).status).toBe(403);
    });
  });
});
