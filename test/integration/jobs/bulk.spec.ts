import { randomBytes } from 'node:crypto';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { bulkRound, workThrough } from '../../../apps/jobs/bulk';
import { EngineUnavailable } from '../../../platform/commands/engine-unavailable';
import type { UnsentCommand } from '../../../platform/commands/envelope';
import type { Given, Look } from '../../../platform/commands/gateway';
import { bulkJobId, bulkQueue, type BulkJob } from '../../../platform/queues/bulk';
import { createQueue, producerConnection } from '../../../platform/queues/queue';
import { envelope } from '../../support/bare-operation';
import { OwnDatabase, ownRedis } from '../../support/own-database';
import { eventually, TASKING } from '../../support/stack';

const REDIS_PART = 7;
const RECORDED: Given = { kind: 'recorded', firstSequence: 2, lastSequence: 3, events: null };
const BLOCKED: Given = {
  kind: 'blocked',
  sequence: 1,
  blockers: [{ kind: 'stage', code: 'stage', sentence: 'Invented.' }],
};
const AWAY = new EngineUnavailable(false, {});

describe('bulk jobs', () => {
  let database: OwnDatabase;
  /** What was given, in order. */
  let given: { operation: string; command: UnsentCommand }[];
  let answer: (operation: string) => Promise<Given>;
  let known: Look | null;
  let stopping: AbortController;

  beforeEach(async () => {
    database = await OwnDatabase.create();
    given = [];
    answer = () => Promise.resolve(RECORDED);
    known = null;
    stopping = new AbortController();
  });
  afterEach(() => database.drop());

  /** A bulk act as the API makes it, over the operations A, B, C and so on. */
  async function made(operations: number): Promise<string> {
    const id = randomBytes(32).toString('hex');
    const { body, texts, fingerprint } = envelope(TASKING, 'addSubject', {
      roles: ['witness'],
      name: 'Invented Person',
      grounds: 'Invented.',
    });
    await database.as.api.query(
      `INSERT INTO bulk_job (id, fingerprint, command, body, texts, reason, actor, roles, force)
       VALUES ($1, $2, 'addSubject', $3, $4, 'Invented.', $5, $6, $7)`,
      [id, fingerprint, body, JSON.stringify(texts), TASKING.id, TASKING.roles, TASKING.force],
    );
    await database.as.api.query(
      `INSERT INTO bulk_item (job, nth, operation) SELECT $1, n, chr(64 + n) FROM generate_series(1, $2) n`,
      [id, operations],
    );
    return id;
  }

  const work = (bulk: string) =>
    workThrough(
      {
        pool: database.as.jobs,
        gateway: {
          give: (operation, command) => {
            given.push({ operation, command });
            return answer(operation);
          },
        },
        look: () => Promise.resolve(known),
        stopping: stopping.signal,
      },
      { bulk },
    );

  const steer = (bulk: string, state: string) => database.as.api.query('SELECT steer_bulk($1, $2)', [bulk, state]);
  const asked = () => given.map(({ operation }) => operation).join('');

  /** The act's state, and the outcome of each operation in order. */
  async function standing(bulk: string): Promise<string> {
    const { rows } = await database.as.api.query<{ standing: string }>(
      `SELECT state || CASE WHEN ended_at IS NULL THEN '' ELSE ', ended' END || ': ' ||
              (SELECT string_agg(status, ' ' ORDER BY nth) FROM bulk_item WHERE job = id) AS standing
       FROM bulk_job WHERE id = $1`,
      [bulk],
    );
    return rows[0]?.standing as string;
  }

  it('give the same command to each operation, as its author, each with texts of its own', async () => {
    const bulk = await made(3);
    await work(bulk);
    expect(asked()).toBe('ABC');
    for (const { command } of given)
      expect(command).toMatchObject({ commandId: bulk, command: 'addSubject', actor: TASKING, ifMatch: null });
    const texts = given.flatMap(({ command }) => command.texts);
    expect(texts.map(({ text }) => text)).toEqual(Array(3).fill(['Invented Person', 'Invented.']).flat());
    expect(new Set(texts.map(({ id }) => id)).size).toBe(6);
    expect(await standing(bulk)).toBe('done, ended: done done done');
  });

  it('forget the texts once they have ended, and not before', async () => {
    const bulk = await made(2);
    const texts = async () =>
      (await database.as.api.query<{ texts: unknown }>('SELECT texts FROM bulk_job')).rows[0]?.texts;
    answer = (operation) => (operation === 'B' ? Promise.reject(AWAY) : Promise.resolve(RECORDED));
    await expect(work(bulk)).rejects.toBe(AWAY);
    expect(await texts()).toHaveLength(2);
    answer = () => Promise.resolve(RECORDED);
    await work(bulk);
    expect(await texts()).toBeNull();
  });

  it('take a refusal as an outcome, and an operation that is not there as a failure', async () => {
    const bulk = await made(4);
    const answers: Record<string, Given> = { B: BLOCKED, C: { kind: 'unknown-operation' } };
    answer = (operation) => Promise.resolve(answers[operation] ?? RECORDED);
    await work(bulk);
    expect(await standing(bulk)).toBe('done, ended: done refused failed done');
    const { rows } = await database.as.api.query('SELECT sequence, problem FROM bulk_item ORDER BY nth');
    expect(rows).toEqual([
      { sequence: 3, problem: null },
      { sequence: null, problem: { kind: 'blocked', blockers: BLOCKED.kind === 'blocked' && BLOCKED.blockers } },
      { sequence: null, problem: { kind: 'unknown-operation' } },
      { sequence: 3, problem: null },
    ]);
  });

  it('are tried again while the engine is away, with the operation they were at', async () => {
    const bulk = await made(3);
    answer = (operation) => (operation === 'B' && given.length < 4 ? Promise.reject(AWAY) : Promise.resolve(RECORDED));
    await expect(work(bulk)).rejects.toBe(AWAY);
    await expect(work(bulk)).rejects.toBe(AWAY);
    expect(await standing(bulk)).toBe('running: done waiting waiting');
    await work(bulk);
    expect(asked()).toBe('ABBBC');
    expect(await standing(bulk)).toBe('done, ended: done done done');
  });

  it('come to the others when one has had no answer again and again, and never give it up', async () => {
    const bulk = await made(2);
    answer = (operation) => (operation === 'A' ? Promise.reject(AWAY) : Promise.resolve(RECORDED));
    for (let attempt = 0; attempt < 6; attempt++) await expect(work(bulk)).rejects.toBe(AWAY);
    expect(asked()).toBe('AAAAABA');
    expect(await standing(bulk)).toBe('running: waiting done');
  });

  it('begin no more than a few operations while the engine is away, so that the rest can be cancelled', async () => {
    const bulk = await made(8);
    answer = () => Promise.reject(AWAY);
    for (let attempt = 0; attempt < 40; attempt++) await expect(work(bulk)).rejects.toBe(AWAY);
    expect([...new Set(asked())].join('')).toBe('ABCDE');
    await steer(bulk, 'cancelled');
    answer = () => Promise.resolve(RECORDED);
    await work(bulk);
    expect(await standing(bulk)).toBe('cancelled, ended: done done done done done cancelled cancelled cancelled');
  });

  it('give up an operation that fails for another reason, unless its timeline has the command after all', async () => {
    const [bulk, other] = [await made(2), await made(1)];
    const defect = new Error('a defect');
    answer = (operation) => (operation === 'A' ? Promise.reject(defect) : Promise.resolve(RECORDED));
    for (let attempt = 1; attempt < 5; attempt++) await expect(work(bulk)).rejects.toBe(defect);
    expect(await standing(bulk)).toBe('running: waiting waiting');
    await work(bulk);
    expect(await standing(bulk)).toBe('done, ended: failed done');

    known = { sequence: 9, recorded: { fingerprint: '', firstSequence: 9, lastSequence: 9 } };
    for (let attempt = 1; attempt < 5; attempt++) await expect(work(other)).rejects.toBe(defect);
    await work(other);
    expect(await standing(other)).toBe('done, ended: done');
  });

  it('begin no other operation once they are paused, and go on where they were', async () => {
    const bulk = await made(4);
    answer = async (operation) => {
      if (operation === 'B') await steer(bulk, 'paused');
      return RECORDED;
    };
    await work(bulk);
    await work(bulk);
    expect(await standing(bulk)).toBe('paused: done done waiting waiting');
    answer = () => Promise.resolve(RECORDED);
    await steer(bulk, 'running');
    await work(bulk);
    expect(asked()).toBe('ABCD');
    expect(await standing(bulk)).toBe('done, ended: done done done done');
  });

  it('give up all but the operation they are at once they are cancelled', async () => {
    const bulk = await made(4);
    answer = async (operation) => {
      if (operation === 'B') await steer(bulk, 'cancelled');
      return RECORDED;
    };
    await work(bulk);
    expect(asked()).toBe('AB');
    expect(await standing(bulk)).toBe('cancelled, ended: done done cancelled cancelled');
  });

  it.each(['paused', 'cancelled'])('finish what they had begun when they died, though %s since', async (state) => {
    const bulk = await made(3);
    answer = () => Promise.reject(AWAY);
    await expect(work(bulk)).rejects.toBe(AWAY);
    await steer(bulk, state);
    answer = () => Promise.resolve(RECORDED);
    await work(bulk);
    expect(asked()).toBe('AA');
    const rest = state === 'paused' ? 'waiting waiting' : 'cancelled cancelled';
    expect(await standing(bulk)).toBe(`${state}${state === 'paused' ? '' : ', ended'}: done ${rest}`);
  });

  it('leave what waits to the next process when they are stopped', async () => {
    const bulk = await made(3);
    answer = () => {
      stopping.abort();
      return Promise.resolve(RECORDED);
    };
    await work(bulk);
    expect(await standing(bulk)).toBe('running: done waiting waiting');
  });

  it.each(['first', 'last'])(
    'have what was recorded as the outcome where two processes were at it, though it comes %s',
    async (recordedComes) => {
      const bulk = await made(1);
      const outcomeIs = (status: string) =>
        eventually(status, async () => (await standing(bulk)).endsWith(`: ${status}`));
      const last = recordedComes === 'last' ? RECORDED : BLOCKED;
      answer = async () => {
        if (given.length === 1) {
          await eventually('the other process', () => Promise.resolve(given.length === 2));
          return last === BLOCKED ? RECORDED : BLOCKED;
        }
        await outcomeIs(last === BLOCKED ? 'done' : 'refused');
        return last;
      };
      await Promise.all([work(bulk), work(bulk)]);
      expect(await standing(bulk)).toBe('done, ended: done');
    },
  );

  it('stay cancelled or done', async () => {
    const [cancelled, done] = [await made(2), await made(1)];
    await steer(cancelled, 'cancelled');
    await work(done);
    for (const bulk of [cancelled, done])
      for (const state of ['running', 'paused', 'cancelled']) await steer(bulk, state);
    await work(cancelled);
    expect(asked()).toBe('A');
    expect(await standing(cancelled)).toBe('cancelled, ended: cancelled cancelled');
    expect(await standing(done)).toBe('done, ended: done');
  });

  it('can be altered by no process in a way that is not its own', async () => {
    const bulk = await made(2);
    const { api, jobs, worker } = database.as;
    for (const [pool, sql] of [
      [api, `UPDATE bulk_item SET status = 'done'`],
      [api, `UPDATE bulk_job SET state = 'done'`],
      [api, `INSERT INTO bulk_item (job, nth, operation, status) VALUES ('${bulk}', 9, 'Z', 'done')`],
      [api, `SELECT end_bulk('${bulk}')`],
      [api, 'DELETE FROM bulk_item'],
      [jobs, `UPDATE bulk_job SET actor = 'somebody-else'`],
      [jobs, `UPDATE bulk_item SET operation = 'Z'`],
      [jobs, `INSERT INTO bulk_item (job, nth, operation) VALUES ('${bulk}', 9, 'Z')`],
      [jobs, `SELECT steer_bulk('${bulk}', 'cancelled')`],
      [worker, 'SELECT FROM bulk_job'],
      [worker, 'SELECT FROM bulk_item'],
    ] as const)
      await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await standing(bulk)).toBe('running: waiting waiting');
  });

  describe('are queued', () => {
    let redis: Redis;
    let queue: Queue<BulkJob>;
    beforeEach(async () => {
      redis = producerConnection(ownRedis(REDIS_PART));
      queue = createQueue(bulkQueue, ownRedis(REDIS_PART));
      await eventually('Redis', async () => redis.status === 'ready');
      await redis.flushdb();
    });
    afterEach(async () => {
      await queue.close();
      redis.disconnect();
    });

    const queued = async () => {
      await bulkRound(database.as.jobs, queue);
      return (await queue.getJobs(['wait'])).map((job) => job.id).sort();
    };

    it('once each until they have ended, and again when the queue was lost', async () => {
      const acts = [await made(1), await made(1)];
      const ids = acts.map(bulkJobId).sort();
      expect(await queued()).toEqual(ids);
      expect(await queued()).toEqual(ids);
      await redis.flushdb();
      expect(await queued()).toEqual(ids);
      for (const bulk of acts) await work(bulk);
      await redis.flushdb();
      expect(await queued()).toEqual([]);
    });

    it('not while they are paused, unless an operation was begun', async () => {
      const [paused, begun] = [await made(1), await made(2)];
      answer = () => Promise.reject(AWAY);
      await expect(work(begun)).rejects.toBe(AWAY);
      for (const bulk of [paused, begun]) await steer(bulk, 'paused');
      expect(await queued()).toEqual([bulkJobId(begun)]);
      await steer(paused, 'running');
      expect(await queued()).toEqual([bulkJobId(begun), bulkJobId(paused)].sort());
    });
  });
});
