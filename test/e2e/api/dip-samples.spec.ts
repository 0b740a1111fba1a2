import { randomUUID } from 'node:crypto';
import { dipDraw, dipPage, dipView, type DipView } from '../../../apps/api/dip-samples/dip-sample.schema';
import { drawSample } from '../../../domain/oversight/dip-sample';
import { placeBy } from '../../../apps/api/dip-samples/dip-samples.read';
import type { Actor } from '../../../domain/access/actor';
import { ask, startApi, type Reply, type TestApi } from '../../support/api';
import { Issuer } from '../../support/issuer';
import { ownReference } from '../../support/own-reference';
import { Engine, REFERRAL } from '../../support/stack';
import { today } from '../../support/today';

const SAMPLES = '/api/v1/dip-samples';
/** A force of which no other test has operations. */
const FORCE = 'hertfordshire';
const OFFICER: Actor = { id: `officer-${randomUUID().slice(0, 8)}`, roles: ['tasking-officer'], force: FORCE };
const OPENED = 7;

describe('dip samples', () => {
  let api: TestApi;
  let engine: Engine;
  let issuer: Issuer;
  const opened: string[] = [];
  let hidden: string;

  beforeAll(async () => {
    issuer = await Issuer.start();
    api = await startApi({ OIDC_ISSUER: issuer.url });
    engine = new Engine();
    for (let nth = 0; nth < OPENED; nth++) opened.push(await open({}));
    hidden = await open({ marking: 'SECRET' });
  });
  afterAll(async () => {
    await Promise.all([api.close(), engine.close()]);
    issuer.close();
  });

  const open = async (more: object) => {
    const reference = ownReference();
    const body = { ...REFERRAL, leadForce: FORCE, ...more };
    await engine.gateway.open(reference, engine.envelope(OFFICER, 'openReferral', body), null);
    return reference;
  };
  const asking = async (
    path: string,
    {
      body,
      key = randomUUID(),
      person = 'supervisor-one',
      role = 'supervisor',
      force = FORCE,
      clearance,
      ifMatch,
    }: Asking = {},
  ): Promise<Reply> => {
    const token = await issuer.signed({ sub: person, roles: [role], force, ...(clearance ? { clearance } : {}) });
    return ask(api.url, `${SAMPLES}${path}`, {
      body,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'idempotency-key': key }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
    });
  };
  const drawn = async (body: object = { count: 3 }, more: Asking = {}): Promise<DipView> => {
    const reply = await asking('', { body, ...more });
    expect(reply.status).toBe(201);
    return dipView.parse(reply.body);
  };
  const review = (sample: DipView, operation: string, more: Asking & { outcome?: string; note?: string } = {}) => {
    const { outcome = 'satisfactory', note = 'Invented finding.', ...asked } = more;
    return asking(`/${sample.id}/reviews`, { body: { operation, outcome, note }, ...asked });
  };
  const referencesOf = ({ items }: DipView) => items.map(({ reference }) => reference);

  it('are drawn from what the force leads and its supervisor sees, as their seed says', async () => {
    const sample = await drawn();
    expect(sample).toMatchObject({
      force: FORCE,
      drawn: { by: 'supervisor-one' },
      asked: { count: 3, stage: null, threatArea: null, from: null, to: null },
      population: OPENED,
      counts: { operations: 3, reviewed: 0, actionNeeded: 0, waiting: 3 },
      signedOff: null,
      notSeen: 0,
    });
    expect(referencesOf(sample)).toEqual(drawSample(opened, 3, placeBy(sample.seed)));
    const repeated = dipDraw.parse((await asking(`/${sample.id}/draw`)).body);
    expect(repeated).toMatchObject({ seed: sample.seed, repeats: true, drawn: referencesOf(sample) });
    expect(repeated.population).toEqual(opened.toSorted());
  });

  it('have a seed of their own each time, which nobody gives', async () => {
    const [one, other] = [await drawn(), await drawn()];
    expect(one.seed).not.toBe(other.seed);
    expect((await asking('', { body: { count: 3, seed: 'a'.repeat(64) } })).status).toBe(400);
  });

  it('are drawn once with one key, and not otherwise with it', async () => {
    const key = randomUUID();
    const first = await drawn({ count: 2 }, { key });
    const again = await asking('', { body: { count: 2 }, key });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first);
    expect(await asking('', { body: { count: 4 }, key })).toMatchObject({
      body: { type: '/problems/idempotency-mismatch' },
    });
  });

  it('hold all where fewer are there than wanted, and are narrowed by stage, threat area and days', async () => {
    expect((await drawn({ count: 50, stage: 'referral', threatArea: REFERRAL.threatArea })).counts.operations).toBe(
      OPENED,
    );
    expect((await drawn({ count: 50, from: '2020-01-01', to: today() })).population).toBe(OPENED);
    for (const nothing of [{ stage: 'closed' }, { from: '2020-01-01', to: '2020-01-02' }])
      expect(await asking('', { body: { count: 1, ...nothing } })).toMatchObject({
        status: 422,
        body: { blockers: [{ code: 'dip-nothing-to-draw' }] },
      });
    for (const wrong of [{ count: 0 }, { count: 51 }, { count: 1, from: '2026-02-02', to: '2026-02-01' }])
      expect((await asking('', { body: wrong })).status).toBe(400);
  });

  it('name to nobody what they do not see', async () => {
    const cleared = await drawn({ count: 50 }, { person: 'supervisor-two', clearance: 'SECRET' });
    expect(referencesOf(cleared)).toContain(hidden);
    const seen = await asking(`/${cleared.id}`);
    expect(seen.body).toMatchObject({ notSeen: 1, counts: { operations: OPENED + 1 } });
    expect(JSON.stringify(seen.body)).not.toContain(hidden);
    const { body } = await asking(`/${cleared.id}/draw`);
    expect(JSON.stringify(body)).not.toContain(hidden);
    expect(body).toMatchObject({ repeats: true });
    expect((await review(cleared, hidden)).status).toBe(404);
  });

  it('are for supervisors of the force alone', async () => {
    const sample = await drawn();
    for (const path of ['', `/${sample.id}`, `/${sample.id}/draw`])
      expect((await asking(path, { role: 'tasking-officer' })).status).toBe(403);
    expect((await asking('', { body: { count: 1 }, role: 'administrator' })).status).toBe(403);
    for (const path of [`/${sample.id}`, `/${sample.id}/draw`, `/${'0'.repeat(64)}`, '/x'])
      expect((await asking(path, { force: 'kent' })).status).toBe(404);
    expect(dipPage.parse((await asking('', { force: 'kent' })).body).items).toEqual([]);
    expect((await review(sample, referencesOf(sample)[0] as string, { force: 'kent' })).status).toBe(404);
    expect((await asking(`/${sample.id}/sign-off`, { body: {}, force: 'kent' })).status).toBe(404);
  });

  it('are reviewed, again where somebody has looked again, and never over what they have not seen', async () => {
    const sample = await drawn({ count: 2 });
    const [one = ''] = referencesOf(sample);
    const first = await review(sample, one, { outcome: 'action-needed', note: 'No plan.', ifMatch: '"0"' });
    expect(first).toMatchObject({ status: 200, body: { counts: { reviewed: 1, actionNeeded: 1, waiting: 1 } } });
    expect(await review(sample, one, { ifMatch: '"0"', person: 'supervisor-two' })).toMatchObject({
      status: 409,
      body: { type: '/problems/version-conflict', current: 1 },
    });
    const key = randomUUID();
    const second = await review(sample, one, {
      note: 'There is a plan now.',
      ifMatch: '"1"',
      key,
      person: 'supervisor-two',
    });
    expect(dipView.parse(second.body).items[0]).toMatchObject({
      version: 2,
      reviews: [
        { outcome: 'action-needed', note: { text: 'No plan.', status: 'intact' }, by: 'supervisor-one' },
        { outcome: 'satisfactory', note: { text: 'There is a plan now.' }, by: 'supervisor-two' },
      ],
    });
    expect(second).toMatchObject({ body: { counts: { reviewed: 1, actionNeeded: 0 } } });
    const repeat = await review(sample, one, {
      note: 'There is a plan now.',
      ifMatch: '"1"',
      key,
      person: 'supervisor-two',
    });
    expect(dipView.parse(repeat.body).items[0]?.version).toBe(2);
    expect((await review(sample, 'OP-2020-999999')).status).toBe(404);
    expect((await review(sample, one, { outcome: 'excellent' })).status).toBe(400);
  });

  it('are signed off once all is reviewed, and never changed afterwards', async () => {
    const sample = await drawn({ count: 2 });
    const [one = '', two = ''] = referencesOf(sample);
    await review(sample, one);
    const signOff = (person = 'supervisor-one') => asking(`/${sample.id}/sign-off`, { body: {}, person });
    expect(await signOff()).toMatchObject({
      status: 422,
      body: { blockers: [{ code: 'dip-unreviewed', missing: [two] }] },
    });
    await review(sample, two, { outcome: 'action-needed' });
    const signed = dipView.parse((await signOff()).body);
    expect(signed.signedOff).toMatchObject({ by: 'supervisor-one' });
    expect(dipView.parse((await signOff('supervisor-two')).body).signedOff).toEqual(signed.signedOff);
    expect(await review(sample, one)).toMatchObject({ status: 422, body: { blockers: [{ code: 'dip-signed-off' }] } });
  });

  it('do not wait for what another force leads by now', async () => {
    const moving = await open({ threatArea: 'organised-immigration-crime' });
    const sample = await drawn({ count: 1, threatArea: 'organised-immigration-crime' });
    expect(referencesOf(sample)).toEqual([moving]);
    await engine.does(moving, OFFICER, 'handOver', { leadForce: 'cambridgeshire', reason: 'Invented.' });
    expect((await asking(`/${sample.id}`)).body).toMatchObject({ notSeen: 1, counts: { waiting: 0 } });
    expect((await asking(`/${sample.id}/sign-off`, { body: {} })).status).toBe(200);
  });

  it('lose the text of a review to a lawful erasure, and nothing else', async () => {
    const sample = await drawn({ count: 1 });
    const [one = ''] = referencesOf(sample);
    const { items } = dipView.parse((await review(sample, one, { note: 'Names somebody.' })).body);
    const record = items[0]?.reviews[0]?.note.record;
    const supervisor: Actor = { id: 'supervisor-one', roles: ['supervisor'], force: FORCE };
    await engine.does(one, supervisor, 'eraseText', { record, reason: 'Invented.' });
    const { items: after } = dipView.parse((await asking(`/${sample.id}`)).body);
    expect(after[0]?.reviews).toMatchObject([{ outcome: 'satisfactory', note: { text: null, status: 'erased' } }]);
  });

  it('are listed by force, newest first, page by page, those that nobody finished too', async () => {
    const whole = dipPage.parse((await asking('?limit=100')).body).items;
    expect(whole.map(({ drawn }) => drawn.at)).toEqual(
      whole
        .map(({ drawn }) => drawn.at)
        .toSorted()
        .toReversed(),
    );
    const first = dipPage.parse((await asking('?limit=2')).body);
    const second = dipPage.parse((await asking(first.next?.replace(SAMPLES, '') ?? '')).body);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole.slice(0, 4).map(({ id }) => id));
    expect(whole.some(({ signedOff }) => signedOff === null)).toBe(true);
  });
});

interface Asking {
  readonly body?: object;
  readonly key?: string;
  readonly person?: string;
  readonly role?: string;
  readonly force?: string;
  readonly clearance?: string;
  readonly ifMatch?: string;
}
