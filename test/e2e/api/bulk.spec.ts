import { randomUUID } from 'node:crypto';
import {
  bulkAct,
  bulkPage,
  bulkView,
  type BulkAct,
  type BulkItem,
  type BulkView,
} from '../../../apps/api/bulk/bulk.schema';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { whileHeld } from '../../support/held-operation';
import { Engine, eventually, REFERRAL, TASKING } from '../../support/stack';

const BULK = '/api/v1/bulk';
const TEAM = { person: 'intelligence-analyst-norfolk', role: 'intelligence-analyst' };

describe('bulk acts', () => {
  let api: TestApi;
  let engine: Engine;
  let tasking: Caller;
  let other: Caller;
  let supervisor: Caller;
  let sio: Caller;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    [tasking, other, supervisor, sio] = await Promise.all([
      Caller.as('tasking-officer-norfolk', api.url),
      Caller.as('tasking-officer-essex', api.url),
      Caller.as('supervisor-norfolk', api.url),
      Caller.as('senior-investigator-norfolk', api.url),
    ]);
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const opened = (count: number) => Promise.all(Array.from({ length: count }, () => engine.open()));
  const request = (operations: readonly string[], more: object = {}) => ({
    command: 'assignTeam',
    body: TEAM,
    operations,
    reason: 'Invented: the analyst takes over all of them.',
    ...more,
  });
  const start = async (operations: readonly string[], by = tasking): Promise<BulkAct> => {
    const { status, headers, body } = await by.post(BULK, request(operations));
    expect({ status, body }).toMatchObject({ status: 202 });
    const act = bulkAct.strict().parse(body);
    expect(headers.get('location')).toBe(`${BULK}/${act.id}`);
    return act;
  };
  const read = async (id: string, query = '', by = tasking): Promise<BulkView> =>
    bulkView.strict().parse((await by.send(`${BULK}/${id}${query}`)).body);
  const ended = (id: string) =>
    eventually('the end of the bulk act', async () => {
      const view = await read(id, '?limit=100');
      return view.endedAt !== null && view;
    });
  const steer = (id: string, step: string, by = tasking) => by.post(`${BULK}/${id}/${step}`, undefined);
  const outcomes = (items: readonly BulkItem[]) => items.map(({ status }) => status);

  it('give every operation the command once, and say of each what has come of it', async () => {
    const references = await opened(4);
    const [, assigned] = references as [string, string];
    await engine.does(assigned, TASKING, 'assignTeam', TEAM);
    const missing = 'OP-2020-999999';
    const { id } = await start([...references.slice(0, 2), missing, ...references.slice(2)]);
    const view = await ended(id);

    expect(view).toMatchObject({
      command: 'assignTeam',
      body: TEAM,
      author: 'tasking-officer-norfolk',
      reason: request([]).reason,
      state: 'done',
      counts: { waiting: 0, done: 3, refused: 1, failed: 1, cancelled: 0 },
    });
    expect(outcomes(view.items)).toEqual(['done', 'refused', 'failed', 'done', 'done']);
    const [first, refused, failed] = view.items as [BulkItem, BulkItem, BulkItem];
    expect(first).toMatchObject({ reference: references[0], sequence: 2, problem: null });
    expect(refused.problem).toMatchObject({ type: '/problems/blocked', blockers: [{ code: 'already-assigned' }] });
    expect(failed.problem).toMatchObject({ type: '/problems/not-found', detail: `There is no operation ${missing}.` });

    const { rows } = await engine.pool.query(
      `SELECT operation, sequence, actor, event_type FROM timeline_event WHERE command_id = $1 ORDER BY operation`,
      [id],
    );
    expect(rows).toEqual(
      [references[0], references[2], references[3]]
        .toSorted()
        .map((operation) => ({ operation, sequence: 2, actor: TASKING.id, event_type: 'teamAssigned' })),
    );
  });

  it('are the same act for the same person and key, and another request with that key is refused', async () => {
    const references = await opened(2);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await tasking.post(BULK, request(references), headers);
    const { id } = first.body as BulkAct;
    await ended(id);
    const again = await tasking.post(BULK, request(references), headers);
    expect(again).toMatchObject({ status: 202, body: { id, state: 'done', counts: { done: 2 } } });
    expect([first, again].map((reply) => reply.headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    for (const more of [{ reason: 'Another.' }, { operations: references.toReversed() }, { body: TEAM_OF_OTHERS }])
      expect(await tasking.post(BULK, request(references, more), headers)).toMatchObject({
        status: 422,
        body: { type: '/problems/idempotency-mismatch' },
      });
    const others = await other.post(BULK, request(references), headers);
    expect((others.body as BulkAct).id).not.toBe(id);
    // The same key for a command is the key of another act.
    const command = await tasking.post(`/api/v1/operations`, REFERRAL, headers);
    expect((command.body as CommandAnswer).commandId).not.toBe(id);
  });

  it('pause before the next operation, go on where they were, and are cancelled for good', async () => {
    const references = await opened(6);
    const { id } = await whileHeld(engine.pool, references[2] as string, async () => {
      const act = await start(references);
      await eventually('two outcomes', async () => (await read(act.id)).counts.done === 2);
      expect(await steer(act.id, 'pause')).toMatchObject({ status: 200, body: { state: 'paused' } });
      expect((await steer(act.id, 'pause')).status).toBe(200);
      return act;
    });
    await eventually('the outcome of what was begun', async () => (await read(id)).counts.done === 3);
    expect(await read(id)).toMatchObject({ state: 'paused', counts: { waiting: 3, done: 3 } });

    await whileHeld(engine.pool, references[4] as string, async () => {
      expect(await steer(id, 'resume', supervisor)).toMatchObject({ status: 200, body: { state: 'running' } });
      await eventually('four outcomes', async () => (await read(id)).counts.done === 4);
      expect(await steer(id, 'cancel')).toMatchObject({
        status: 200,
        body: { state: 'cancelled', counts: { waiting: 1, cancelled: 1 } },
      });
    });
    const view = await ended(id);
    expect(outcomes(view.items)).toEqual(['done', 'done', 'done', 'done', 'done', 'cancelled']);
    expect(await engine.events(references[5] as string)).toHaveLength(1);

    expect((await steer(id, 'cancel')).status).toBe(200);
    for (const step of ['pause', 'resume'])
      expect(await steer(id, step)).toMatchObject({ status: 422, body: { blockers: [{ code: 'bulk-over' }] } });
  });

  it('are for tasking officers and supervisors, and for their author and supervisors of the force to look into', async () => {
    const references = await opened(1);
    const refused = await sio.post(BULK, request(references));
    expect(refused).toMatchObject({ status: 403, body: { type: '/problems/forbidden', blockers: [{ kind: 'role' }] } });

    const { id } = await start(references);
    expect((await supervisor.send(`${BULK}/${id}`)).status).toBe(200);
    for (const [stranger, status] of [
      [other, 404],
      [sio, 403],
    ] as const) {
      expect((await stranger.send(`${BULK}/${id}`)).status).toBe(status);
      expect((await steer(id, 'cancel', stranger)).status).toBe(status);
    }
    const mine = async (by: Caller) => bulkPage.parse((await by.send(BULK)).body).items.map((act) => act.id);
    expect(await mine(tasking)).toContain(id);
    expect(await mine(supervisor)).not.toContain(id);
    for (const unknown of ['0'.repeat(64), 'nothing'])
      expect((await supervisor.send(`${BULK}/${unknown}`)).status).toBe(404);
  });

  it('and their operations come in pages, each once', async () => {
    const references = await opened(5);
    const { id } = await start(references);
    await ended(id);
    const found: string[] = [];
    for (let next: string | null = `${BULK}/${id}?limit=2&status=done`; next !== null;) {
      const view: BulkView = bulkView.parse((await tasking.send(next)).body);
      found.push(...view.items.map(({ reference }) => reference));
      next = view.next;
    }
    expect(found).toEqual(references);
    expect((await read(id, '?status=refused')).items).toEqual([]);

    const acts: string[] = [];
    for (let next: string | null = `${BULK}?limit=1`; next !== null;) {
      const page: { items: BulkAct[]; next: string | null } = bulkPage.parse((await tasking.send(next)).body);
      acts.push(...page.items.map((act) => act.id));
      next = page.next;
    }
    expect(acts[0]).toBe(id);
    expect(new Set(acts).size).toBe(acts.length);
    expect(acts.length).toBeGreaterThan(2);
  });

  it.each([
    ['a command that is not for many', { command: 'adopt' }, 'command'],
    ['a body that is not the command’s', { body: { ...TEAM, role: 'nobody' } }, 'body.role'],
    ['no operation', { operations: [] }, 'operations'],
    ['more than 500', { operations: Array.from({ length: 501 }, (_, at) => `OP-2026-${100_000 + at}`) }, 'operations'],
    ['one operation twice', { operations: ['OP-2026-000001', 'OP-2026-000001'] }, 'operations'],
    ['what is no reference', { operations: ['1'] }, 'operations.0'],
    ['no reason', { reason: ' ' }, 'reason'],
  ])('are refused with %s', async (_, more, path) => {
    const { status, body } = await tasking.post(BULK, request(['OP-2026-000001'], more));
    expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });
});

const TEAM_OF_OTHERS = { ...TEAM, person: 'somebody-else' };
