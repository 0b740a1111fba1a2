import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { me } from '../../../apps/api/people/me.schema';
import { peoplePage, person } from '../../../apps/api/people/people.schema';
import { ask, startApi, type TestApi } from '../../support/api';
import { Issuer } from '../../support/issuer';
import { ownReference } from '../../support/own-reference';
import { Engine, eventually, LIAISON, REFERRAL, SUPERVISOR, TASKING } from '../../support/stack';

const PEOPLE = '/api/v1/people';

describe('people over HTTP', () => {
  let api: TestApi;
  let issuer: Issuer;
  let engine: Engine;
  beforeAll(async () => {
    issuer = await Issuer.start();
    api = await startApi({ OIDC_ISSUER: issuer.url });
    engine = new Engine();
  });
  afterAll(async () => {
    await Promise.all([api.close(), engine.close()]);
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

  const SUPERVISING = { sub: SUPERVISOR.id, roles: ['supervisor'], force: 'norfolk' };
  /** Everybody who is found, page by page, of those who came in this test. */
  const found = async (asked: string, prefix: string) => {
    const ids: string[] = [];
    for (let next: string | null = `${PEOPLE}?${asked}`; next !== null;) {
      const { items, next: after }: z.output<typeof peoplePage> = peoplePage
        .strict()
        .parse((await as(SUPERVISING, next)).body);
      ids.push(...items.map(({ id }) => id));
      next = after;
    }
    return ids.filter((id) => id.startsWith(prefix));
  };
  const signIn = async (id: string, roles: readonly string[], force = 'warwickshire') => {
    await as({ sub: id, roles: [...roles], force }, '/api/v1/me');
    await eventually(
      'the note',
      async () => (await as(SUPERVISING, `${PEOPLE}/${encodeURIComponent(id)}`)).status === 200,
    );
  };

  describe('those who have signed in', () => {
    it('are listed by identifier, those of a force or with a role, each once whatever the pages', async () => {
      const prefix = `listed-${randomUUID().slice(0, 8)}`;
      const [one, two, three] = ['a', 'b', 'c'].map((letter) => `${prefix}|${letter}`) as [string, string, string];
      await signIn(three, ['digital-media-investigator', 'intelligence-analyst']);
      await signIn(one, ['digital-media-investigator']);
      await signIn(two, ['digital-media-investigator'], 'kent');
      expect(await found('limit=2', prefix)).toEqual([one, two, three]);
      expect(await found('force=warwickshire&limit=1', prefix)).toEqual([one, three]);
      expect(await found('role=intelligence-analyst', prefix)).toEqual([three]);
      expect(await found('role=digital-media-investigator&force=kent', prefix)).toEqual([two]);
    });

    it('are refused to be listed by what is no force, no role or too many', async () => {
      for (const asked of ['force=atlantis', 'role=gardener', 'role=service', 'limit=101', 'cursor=x'])
        expect((await as(SUPERVISING, `${PEOPLE}?${asked}`)).status).toBe(400);
    });
  });

  describe('somebody', () => {
    it('is told with the operations on whose team they are, of those that are seen, soonest due first', async () => {
      const id = `somebody-${randomUUID().slice(0, 8)}`;
      await signIn(id, ['intelligence-analyst'], 'kent');
      const assigned = async (...roles: readonly string[]) => {
        const reference = await engine.open();
        for (const role of roles) await engine.does(reference, TASKING, 'assignTeam', { person: id, role });
        return reference;
      };
      const idle = await assigned('intelligence-analyst');
      const asking = await assigned('rocu-liaison-officer', 'intelligence-analyst');
      await engine.does(asking, TASKING, 'submitReferral', {});
      await engine.does(asking, LIAISON, 'openEuropolLiaison', { country: 'HU', purpose: 'Invented.' });
      await engine.does(asking, LIAISON, 'recordEuropolMessage', {
        ...{ direction: 'out', evaluation: { source: 'A', information: '1' }, handling: 'H1' },
        ...{ content: 'Invented.', replyWithinDays: 5 },
      });
      const hidden = ownReference();
      const opening = engine.envelope(TASKING, 'openReferral', { ...REFERRAL, leadForce: 'lincolnshire' });
      await engine.gateway.open(hidden, opening, null);
      await engine.does(hidden, TASKING, 'assignTeam', { person: id, role: 'intelligence-analyst' });

      const { body, status } = await as(SUPERVISING, `${PEOPLE}/${id}`);
      expect(status).toBe(200);
      const told = person.strict().parse(body);
      expect(told).toMatchObject({ id, force: 'kent', roles: ['intelligence-analyst'] });
      expect(told.operations).toEqual([
        {
          ...{ reference: asking, codename: null, stage: 'assessment' },
          ...{ roles: ['rocu-liaison-officer', 'intelligence-analyst'], nextDueAt: expect.any(String) as string },
        },
        { reference: idle, codename: null, stage: 'referral', roles: ['intelligence-analyst'], nextDueAt: null },
      ]);
    });

    it('is not told with what they referred and do not work on', async () => {
      await signIn(TASKING.id, ['tasking-officer'], 'norfolk');
      const reference = await engine.open();
      const { body } = await as(SUPERVISING, `${PEOPLE}/${TASKING.id}`);
      expect(person.parse(body).operations.map((one) => one.reference)).not.toContain(reference);
    });

    it('is nobody who has never signed in', async () => {
      for (const id of ['nobody-of-this-name', 'no%20identifier', 'x'.repeat(256)])
        expect(await as(SUPERVISING, `${PEOPLE}/${id}`)).toMatchObject({ status: 404 });
    });
  });
});
