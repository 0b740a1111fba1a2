import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import type { DeliveryPage, Webhook, WebhookWithSecret } from '../../../apps/api/webhooks/webhook.schema';
import { createPool } from '../../../platform/database/pool';
import { send } from '../../../platform/webhooks/send';
import { Caller, startApi, type TestApi } from '../../support/api';
import { isSigned, Receiver } from '../../support/receiver';
import { Engine, eventually, REFERRAL, SUPERVISOR, TASKING, testStack } from '../../support/stack';

const WEBHOOKS = '/api/v1/webhooks';
const TYPES = ['referralOpened', 'subjectAdded', 'referralSubmitted'];
/** How long nothing must arrive to be held not to: many rounds of the relay and of the queue. */
const QUIET_MS = 3_000;

describe('webhooks', () => {
  let api: TestApi;
  let engine: Engine;
  let keeper: Caller;
  let tasking: Caller;
  let receiver: Receiver;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    receiver = await Receiver.start();
    keeper = await Caller.as('administrator-ersou', api.url);
    tasking = await Caller.as('tasking-officer-norfolk', api.url);
  });
  afterEach(async () => {
    // What a test leaves behind would be told of the events of all others.
    await engine.pool.query('UPDATE webhook SET removed = true');
  });
  afterAll(() => Promise.all([api.close(), engine.close(), receiver.close()]));

  const made = async (change: object = {}) => {
    const path = `/${randomUUID()}`;
    const request = {
      ...{
        title: 'Invented partner',
        url: receiver.url(path),
        types: TYPES,
        force: 'norfolk',
        stages: ['referral', 'assessment'],
      },
      ...change,
    };
    const { body, status } = await keeper.post(WEBHOOKS, request);
    expect(status).toBe(201);
    return { ...(body as WebhookWithSecret), path, request };
  };
  const opened = async (change: object = {}) =>
    ((await tasking.post('/api/v1/operations', { ...REFERRAL, ...change })).body as CommandAnswer).reference;
  const arrived = (path: string, howMany = 1) =>
    eventually(`${howMany} messages`, async () => {
      const all = receiver.at(path);
      return all.length >= howMany && all;
    });
  const settled = (webhook: string, status: string) =>
    eventually(`a message that is ${status}`, async () => {
      const { body } = await keeper.send(`${WEBHOOKS}/${webhook}/deliveries?status=${status}`);
      return (body as DeliveryPage).items[0];
    });
  const now = async (webhook: string) => (await keeper.send(`${WEBHOOKS}/${webhook}`)).body as Webhook;

  it('are told what has happened, signed, by reference and nothing else', async () => {
    const { path, secret } = await made();
    const reference = await opened();
    const [message] = await arrived(path);
    if (!message) throw new Error('Nothing has arrived');
    expect(isSigned(message, secret)).toBe(true);
    expect(isSigned({ ...message, body: message.body.replace('1', '2') }, secret)).toBe(false);
    expect(JSON.parse(message.body)).toEqual({
      type: 'referralOpened',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      data: { reference, sequence: 1 },
    });
    expect(message.id).toMatch(/^msg_[0-9a-f]{32}$/);
  });

  it('are told of the types that they ask for alone', async () => {
    const { path } = await made({ types: ['referralSubmitted'] });
    const reference = await opened();
    await engine.does(reference, TASKING, 'submitReferral', {});
    expect((await arrived(path)).map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
      'referralSubmitted',
    ]);
  });

  it('are told nothing of an operation that their remit does not see', async () => {
    const { id, path } = await made();
    await opened({ leadForce: 'lincolnshire' });
    await opened({ marking: 'SECRET' });
    const excluding = await opened();
    await arrived(path);
    await engine.does(excluding, SUPERVISOR, 'excludePerson', { person: `webhook-${id}`, reason: 'Invented.' });
    await engine.does(excluding, TASKING, 'submitReferral', {});
    const last = await opened();
    await arrived(path, 2);
    expect(
      receiver.at(path).map(({ body }) => (JSON.parse(body) as { data: { reference: string } }).data.reference),
    ).toEqual([excluding, last]);
    const { rows } = await engine.pool.query('SELECT FROM webhook_delivery WHERE webhook = $1', [id]);
    expect(rows).toHaveLength(2);
  });

  it('are not told any more of an operation that is hidden while a message waits', async () => {
    const { id, path } = await made();
    receiver.answers.set(path, Array<number>(14).fill(503));
    const reference = await opened();
    await arrived(path);
    await engine.does(reference, TASKING, 'changeMarking', { marking: 'SECRET', reason: 'Invented.' });
    await settled(id, 'withheld');
  });

  it('are tried again until they take a message, under the same id', async () => {
    const { id, path } = await made();
    receiver.answers.set(path, [500, 503]);
    await opened();
    const messages = await arrived(path, 3);
    expect(new Set(messages.map((message) => message.id)).size).toBe(1);
    expect(await settled(id, 'delivered')).toMatchObject({ attempts: 3, answer: 200, id: messages[0]?.id });
    expect(await now(id)).toMatchObject({ active: true, failingSince: null });
  });

  it('are not followed elsewhere', async () => {
    const { path } = await made();
    receiver.answers.set(path, [307]);
    await opened();
    await arrived(path, 2);
    expect(receiver.at('/elsewhere')).toEqual([]);
  });

  it('are switched off when they say that they are gone', async () => {
    const { id, path } = await made();
    receiver.answers.set(path, [410]);
    await opened();
    expect(await settled(id, 'failed')).toMatchObject({ attempts: 1, answer: 410 });
    expect(await now(id)).toMatchObject({ active: false, offBecause: 'gone' });
    await opened();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    expect(receiver.at(path)).toHaveLength(1);
  });

  it('are switched off after five days of nothing but failures, and on again by their keeper', async () => {
    const { id, path, request } = await made();
    await engine.pool.query(`UPDATE webhook SET failing_since = now() - interval '6 days' WHERE id = $1`, [id]);
    receiver.answers.set(path, [500]);
    await opened();
    await eventually('it is off', async () => !(await now(id)).active);
    expect(await now(id)).toMatchObject({ offBecause: 'failing' });
    const { body } = await keeper.send(`${WEBHOOKS}/${id}`, { method: 'PUT', body: request });
    expect(body).toMatchObject({ active: true, offBecause: null, failingSince: null });
    // What waited goes on.
    await settled(id, 'delivered');
  });

  it('are signed with both secrets for a day after one was replaced', async () => {
    const { id, path, secret } = await made();
    const { body } = await keeper.post(`${WEBHOOKS}/${id}/secret`, {});
    const rotated = body as WebhookWithSecret;
    await opened();
    const [message] = await arrived(path);
    expect(message && [secret, rotated.secret].map((one) => isSigned(message, one))).toEqual([true, true]);
    await engine.pool.query(`UPDATE webhook SET old_until = now() WHERE id = $1`, [id]);
    await opened();
    const [, second] = await arrived(path, 2);
    expect(second && [secret, rotated.secret].map((one) => isSigned(second, one))).toEqual([false, true]);
  });

  it('are sent a test, and a message again, or all of a period', async () => {
    const { id, path } = await made();
    const began = new Date().toISOString();
    const key = { 'idempotency-key': randomUUID() };
    await keeper.post(`${WEBHOOKS}/${id}/test`, {}, key);
    await keeper.post(`${WEBHOOKS}/${id}/test`, {}, key);
    const test = await settled(id, 'delivered');
    expect(receiver.at(path).map(({ body }) => JSON.parse(body) as object)).toEqual([
      { type: 'webhook.test', timestamp: test.happenedAt, data: {} },
    ]);
    await keeper.post(`${WEBHOOKS}/${id}/deliveries/${test.id}/replay`, {});
    await arrived(path, 2);
    await settled(id, 'delivered');
    const { body } = await keeper.post(`${WEBHOOKS}/${id}/replay`, {
      from: began,
      until: new Date(Date.now() + 60_000).toISOString(),
    });
    expect(body).toEqual({ replayed: 1 });
    expect(new Set((await arrived(path, 3)).map((message) => message.id))).toEqual(new Set([test.id]));
  });

  it('keep their secrets to themselves', async () => {
    const { id, secret } = await made();
    const { rows } = await engine.pool.query<{ secret: string }>('SELECT secret FROM webhook WHERE id = $1', [id]);
    expect(rows[0]?.secret).not.toContain(secret.slice(6));
    expect(JSON.stringify(await now(id))).not.toContain('secret":');
    const asApi = createPool(testStack().urls.database.api, { name: 'test', max: 1 });
    await expect(asApi.query('SELECT secret FROM webhook')).rejects.toThrow(/permission denied/);
    await expect(asApi.query('SELECT operation FROM webhook_delivery')).rejects.toThrow(/permission denied/);
    await asApi.end();
  });

  it('are made once by the same request, changed by who has seen them, and removed', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const { request } = await made();
    const [one, again, other] = [
      await keeper.post(WEBHOOKS, request, key),
      await keeper.post(WEBHOOKS, request, key),
      await keeper.post(WEBHOOKS, { ...request, title: 'Another' }, key),
    ];
    const { id } = one.body as Webhook;
    expect(again.body).toMatchObject({ id });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(other.status).toBe(422);
    const stale = { method: 'PUT', body: request, headers: { 'if-match': '"1"' } };
    expect((await keeper.send(`${WEBHOOKS}/${id}`, stale)).status).toBe(409);
    expect((await keeper.send(`${WEBHOOKS}/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await keeper.send(`${WEBHOOKS}/${id}`)).status).toBe(404);
  });

  it.each([
    { url: 'https://' },
    { url: 'ftp://partner.example' },
    { url: 'https://name:password@partner.example/' },
    { title: 'NUL \0' },
    { types: ['referralOpened', 'referralOpened'] },
  ])('are refused for what cannot be, by the field (%j)', async (change) => {
    const { status, body } = await keeper.post(WEBHOOKS, { ...(await made()).request, ...change });
    expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ path: Object.keys(change)[0] }] } });
  });

  it.each([
    [{ WEBHOOK_PRIVATE_ADDRESSES: 'false' }, 'https'],
    [{ WEBHOOK_HOSTS: 'partner.example,other.example' }, 'partner.example, other.example'],
  ])('have no address that the configuration does not allow (%j)', async (environment, says) => {
    const { request } = await made();
    const strict = await startApi(environment);
    const there = await Caller.as('administrator-ersou', strict.url);
    const { status, body } = await there.post(WEBHOOKS, request);
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'url', message: expect.stringContaining(says) as string }] },
    });
    await strict.close();
  });

  it.each(['localhost', '127.0.0.1', '[::1]', '0.0.0.0'])(
    'never reach %s unless the configuration says so',
    async (host) => {
      const address = new URL(receiver.url('/private'));
      address.hostname = host;
      const sent = await send(address.href, { body: '{}', headers: {} }, { privateAddresses: false });
      expect(sent).toEqual({ trouble: expect.stringMatching(/private or reserved|connection failed/) as string });
      expect(receiver.at('/private')).toEqual([]);
    },
  );
});
