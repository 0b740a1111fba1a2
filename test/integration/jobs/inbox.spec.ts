import type { Queue, Worker } from 'bullmq';
import { deliver } from '../../../apps/jobs/inbox';
import { relayRound } from '../../../apps/jobs/relay';
import { createHandler, createQueue, producerConnection } from '../../../platform/queues/queue';
import { timelineQueue, type TimelineJob } from '../../../platform/queues/timeline';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase, ownRedis } from '../../support/own-database';
import { eventually, LIAISON, SIO, SUPERVISOR } from '../../support/stack';

const REDIS_PART = 6;

describe('the inbox', () => {
  let database: OwnDatabase;
  beforeEach(async () => {
    database = await OwnDatabase.create();
  });
  afterEach(() => database.drop());

  const rows = async <T>(query: string) => (await database.as.jobs.query(query)).rows as T[];
  const outbox = () => rows<{ id: string }>('SELECT id FROM outbox ORDER BY id');
  const inbox = () =>
    rows<{ person: string; event: string }>(
      `SELECT person, position::integer, event_type AS event FROM inbox_item ORDER BY position, person`,
    );
  const place = () => database.as.jobs.query('SELECT place_events(1000)');

  it('tells who joins the team and leaves nothing in the outbox, however often a job is repeated', async () => {
    await (await BareOperation.open(database.recording)).getGoing();
    await place();
    const jobs = (await outbox()).map(({ id }) => ({ outbox: id }));
    expect(jobs).toHaveLength(5);
    await database.warmUp('jobs');
    await Promise.all(jobs.flatMap((job) => [deliver(database.as.jobs, job), deliver(database.as.jobs, job)]));
    for (const job of jobs) await deliver(database.as.jobs, job);
    expect(await inbox()).toEqual([
      { person: SIO.id, position: 3, event: 'teamAssigned' },
      { person: LIAISON.id, position: 4, event: 'teamAssigned' },
    ]);
    expect(await outbox()).toEqual([]);
  });

  it('tells the supervisors of the lead force, and no others, who broke the glass', async () => {
    const operation = await BareOperation.open(database.recording);
    await operation.does({ id: 'stranger', roles: ['intelligence-analyst'], force: 'kent' }, 'challengeAccess', {
      reason: 'Invented danger to life.',
    });
    for (const [id, role, force] of [
      [SUPERVISOR.id, 'supervisor', 'norfolk'],
      ['supervisor-kent', 'supervisor', 'kent'],
      ['analyst-norfolk', 'intelligence-analyst', 'norfolk'],
    ])
      await database.as.api.query('SELECT note_person($1, $2, $3)', [id, [role], force]);
    await place();
    for (const { id } of await outbox()) await deliver(database.as.jobs, { outbox: id });
    expect(await inbox()).toEqual([{ person: SUPERVISOR.id, position: 2, event: 'accessChallenged' }]);
  });

  it('keeps the row of an event that could not be delivered', async () => {
    await BareOperation.open(database.recording);
    await place();
    const [row] = await outbox();
    await database.as.superuser.query('REVOKE INSERT ON inbox_item FROM waymark_jobs');
    await expect(deliver(database.as.jobs, { outbox: row?.id as string })).rejects.toMatchObject({ code: '42501' });
    expect(await outbox()).toEqual([row]);
  });

  it('hears through Redis of what was recorded', async () => {
    const url = ownRedis(REDIS_PART);
    const redis = producerConnection(url);
    const queue: Queue<TimelineJob> = createQueue(timelineQueue, url);
    await eventually('Redis', async () => redis.status === 'ready');
    await redis.flushdb();
    const handler: Worker<TimelineJob> = createHandler(timelineQueue, url, (job) => deliver(database.as.jobs, job), {
      concurrency: 4,
    });
    try {
      const operation = await (await BareOperation.open(database.recording)).getGoing();
      await operation.does(SUPERVISOR, 'assignTeam', { person: SIO.id, role: 'intelligence-analyst' });
      await relayRound(database.as.jobs, queue, redis);
      await eventually('an empty outbox', async () => (await outbox()).length === 0);
      expect((await inbox()).map(({ person }) => person)).toEqual([SIO.id, LIAISON.id, SIO.id]);
      await eventually('no job left', async () => (await queue.getJobs()).length === 0);
    } finally {
      await handler.close();
      await queue.close();
      redis.disconnect();
    }
  });
});
