import { createHash, randomUUID } from 'node:crypto';
import { Client as PgClient } from 'pg';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { commandAnswer } from '../../../apps/api/commands/command.schema';
import type { ProblemBody } from '../../../apps/api/http/problems';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, eventually, REFERRAL } from '../../support/stack';

const OPERATIONS = '/api/v1/operations';

describe('commands over HTTP', () => {
  let api: TestApi;
  let tasking: Caller;
  let analyst: Caller;
  beforeAll(async () => {
    api = await startApi();
    tasking = await Caller.as('tasking-officer-norfolk', api.url);
    analyst = await Caller.as('intelligence-analyst-norfolk', api.url);
  });
  afterAll(() => api.close());

  const opened = async () => (await tasking.post(OPERATIONS, REFERRAL)).body as CommandAnswer;
  const giving = (reference: string, command: string) => `${OPERATIONS}/${reference}/commands/${command}`;
  const subject = { roles: ['suspect'], name: 'Invented Person', grounds: 'Invented.' };

  it('open an operation with its address and version', async () => {
    const reply = await tasking.post(OPERATIONS, REFERRAL);
    const answer = commandAnswer.parse(reply.body);
    expect(reply.status).toBe(201);
    expect(answer.reference).toMatch(/^OP-\d{4}-\d{6,}$/);
    expect(reply.headers.get('location')).toBe(`${OPERATIONS}/${answer.reference}`);
    expect(reply.headers.get('etag')).toBe('"1"');
    expect(answer.events.map(({ type }) => type)).toEqual(['referralOpened']);
  });

  it('take place once for a key, and the repeat is answered the same, marked as one', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await tasking.post(OPERATIONS, REFERRAL, headers);
    const { reference } = first.body as CommandAnswer;
    const second = await tasking.post(OPERATIONS, REFERRAL, headers);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect([first, second].map(({ headers: h }) => h.get('idempotency-replayed'))).toEqual([null, 'true']);

    const key = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const added = await analyst.post(giving(reference, 'addSubject'), subject, key);
    const again = await analyst.post(giving(reference, 'addSubject'), subject, key);
    expect(added.status).toBe(200);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(added.body);
    expect(again.headers.get('etag')).toBe('"2"');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('take place once however many come at the same time', async () => {
    const { reference } = await opened();
    const headers = { 'idempotency-key': randomUUID() };
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => analyst.post(giving(reference, 'addSubject'), subject, headers)),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200));
    for (const { body } of replies) expect(body).toEqual(replies[0]?.body);
  });

  it('open one operation for a key, however many come at the same time', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const replies = await Promise.all(Array.from({ length: 4 }, () => tasking.post(OPERATIONS, REFERRAL, headers)));
    expect(new Set(replies.map(({ body }) => (body as CommandAnswer).reference)).size).toBe(1);
  });

  it('belong to their author: the same key of another person is another command', async () => {
    const { reference } = await opened();
    const headers = { 'idempotency-key': randomUUID() };
    await analyst.post(giving(reference, 'addSubject'), subject, headers);
    const other = await tasking.post(giving(reference, 'addSubject'), subject, headers);
    expect((other.body as CommandAnswer).sequence).toBe(3);
    expect(other.headers.get('idempotency-replayed')).toBeNull();
  });

  it('are answered again from the timeline after the operation has moved on', async () => {
    const { reference } = await opened();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await tasking.post(giving(reference, 'submitReferral'), {}, headers);
    await analyst.post(giving(reference, 'addSubject'), subject);
    // By now its stage would refuse it.
    const again = await tasking.post(giving(reference, 'submitReferral'), {}, headers);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });

  it('tell a stale author what has changed since', async () => {
    const { reference } = await opened();
    await analyst.post(giving(reference, 'addSubject'), subject);
    const { status, headers, body } = await tasking.post(
      giving(reference, 'submitReferral'),
      {},
      { 'if-match': '"1"' },
    );
    expect(status).toBe(409);
    expect(headers.get('etag')).toBe('"2"');
    expect(body).toMatchObject({
      current: 2,
      changes: [{ sequence: 2, type: 'subjectAdded', actor: 'intelligence-analyst-norfolk' }],
    });
    expect(await tasking.post(giving(reference, 'submitReferral'), {}, { 'if-match': '"2"' })).toMatchObject({
      status: 200,
    });
  });

  it('record when the act took place, to the millisecond and in UTC', async () => {
    const happenedAt = '2021-09-06T10:30:00.5+02:00';
    const { body } = await tasking.post(OPERATIONS, { ...REFERRAL, happenedAt });
    expect((body as CommandAnswer).events[0]?.happenedAt).toBe('2021-09-06T08:30:00.500Z');
  });

  it('are the same however the time is written', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await tasking.post(OPERATIONS, { ...REFERRAL, happenedAt: '2021-09-06T10:30:00+02:00' }, headers);
    const again = await tasking.post(OPERATIONS, { ...REFERRAL, happenedAt: '2021-09-06T08:30:00Z' }, headers);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
  });

  it('name everything that stands in their way, the role among it', async () => {
    const { reference } = await opened();
    const adopt = { codename: 'Wharf', products: ['telecoms'], rationale: 'Invented.' };
    const refused = await analyst.post(giving(reference, 'adopt'), adopt);
    expect(refused.status).toBe(403);
    expect((refused.body as ProblemBody).blockers?.map(({ kind }) => kind)).toEqual(['role', 'stage']);
    const early = await tasking.post(giving(reference, 'adopt'), adopt);
    expect(early.status).toBe(422);
    expect((early.body as ProblemBody).blockers?.map(({ code }) => code)).toEqual(['stage']);
  });

  it('claim no reference for an opening that is refused', async () => {
    const engine = new Engine();
    const claimed = async (idempotencyKey: string) => {
      const id = createHash('sha256').update(`intelligence-analyst-norfolk\n${idempotencyKey}`).digest('hex');
      const { rows } = await engine.pool.query('SELECT reference FROM opening WHERE command_id = $1', [id]);
      return rows.length;
    };
    const key = randomUUID();
    expect((await analyst.post(OPERATIONS, REFERRAL, { 'idempotency-key': key })).status).toBe(403);
    expect(await claimed(key)).toBe(0);
    await engine.close();
  });

  it('of Waymark itself are nothing that people can give', async () => {
    const { reference } = await opened();
    for (const command of ['reportTranslation', 'raiseEuropolReminder', 'openReferral', 'toString', '__proto__'])
      expect(await tasking.post(giving(reference, command), {})).toMatchObject({ status: 404 });
  });

  it('tell of each field what to do', async () => {
    const { reference } = await opened();
    const { body } = await analyst.post(giving(reference, 'addSubject'), {
      roles: ['suspect', 'suspect'],
      name: '',
      extra: 1,
      happenedAt: 'yesterday',
    });
    expect((body as ProblemBody).errors).toEqual([
      { path: 'roles', message: 'Name each role once.' },
      { path: 'name', message: 'This must not be empty.' },
      { path: 'grounds', message: 'Required: a text.' },
      {
        path: 'happenedAt',
        message: 'Give a time in RFC 3339, such as 2026-11-23T09:30:00Z.',
      },
      { path: 'extra', message: 'Remove this: there is no such field here.' },
    ]);
  });

  it('refuse text that no record can hold', async () => {
    const { reference } = await opened();
    for (const name of ['a\0b', 'half \ud800'])
      expect(await analyst.post(giving(reference, 'addSubject'), { ...subject, name })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'name', message: expect.stringContaining('Remove') as string }] },
      });
  });

  describe('cost the database', () => {
    const queries: string[] = [];
    const { query } = PgClient.prototype;
    beforeAll(() => {
      const counting = function (this: PgClient, ...given: unknown[]) {
        const [asked] = given as [string | { text: string }];
        const text = typeof asked === 'string' ? asked : asked.text;
        if (!/confirm_commands|note_person|feed_head|FROM ended_session/.test(text)) queries.push(text);
        return (query as (...all: unknown[]) => unknown).apply(this, given);
      };
      PgClient.prototype.query = counting as never;
    });
    beforeEach(() => (queries.length = 0));
    afterAll(() => {
      PgClient.prototype.query = query;
    });

    const during = async (act: () => Promise<unknown>): Promise<number> => {
      queries.length = 0;
      await act();
      return queries.length;
    };

    // Whatever is read for somebody costs two statements more: one says for whom, with the transaction's beginning, and one ends
    // it, for which no answer waits.
    it('one look besides the Update', async () => {
      const { reference } = await opened();
      expect(await during(() => analyst.post(giving(reference, 'addSubject'), subject))).toBe(3);
    });

    it('the claim for an opening; for a repeat also a look and its events', async () => {
      const headers = { 'idempotency-key': randomUUID() };
      const open = () => tasking.post(OPERATIONS, REFERRAL, headers);
      expect(await during(open)).toBe(1);
      expect(await during(open)).toBe(7);
    });

    it('one look and its events for a repeat', async () => {
      const { reference } = await opened();
      const headers = { 'idempotency-key': randomUUID() };
      await analyst.post(giving(reference, 'addSubject'), subject, headers);
      expect(await during(() => analyst.post(giving(reference, 'addSubject'), subject, headers))).toBe(6);
    });

    it('one query for a page of the worklist, and one for its row in the access log', async () => {
      expect(await during(() => tasking.send(`${OPERATIONS}?stage=referral`))).toBe(4);
      expect(queries).toContainEqual(expect.stringMatching(/^SELECT log_access\(/));
    });
  });

  it('are confirmed soon after, so that the reconciler has nothing to do', async () => {
    const { reference } = await opened();
    const engine = new Engine();
    await eventually('confirmation', async () => {
      const { rows } = await engine.pool.query<{ confirmed: boolean }>(
        'SELECT confirmed_at IS NOT NULL AS confirmed FROM recorded_command WHERE operation = $1',
        [reference],
      );
      return rows[0]?.confirmed;
    });
    await engine.close();
  });
});
