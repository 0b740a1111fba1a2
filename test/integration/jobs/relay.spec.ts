import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { relayRound } from '../../../apps/jobs/relay';
import { createQueue, handlerConnection, producerConnection } from '../../../platform/queues/queue';
import { FEED_CHANNEL, timelineQueue, type TimelineJob } from '../../../platform/queues/timeline';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase, ownRedis } from '../../support/own-database';
import { eventually, TASKING } from '../../support/stack';

const REDIS_PART = 5;

describe('the outbox relay', () => {
  let database: OwnDatabase;
  let redis: Redis;
  let queue: Queue<TimelineJob>;

  beforeEach(async () => {
    database = await OwnDatabase.create();
    redis = producerConnection(ownRedis(REDIS_PART));
    queue = createQueue(timelineQueue, ownRedis(REDIS_PART));
    await eventually('Redis', async () => redis.status === 'ready');
    await redis.flushdb();
  });
  afterEach(async () => {
    await queue.close();
    redis.disconnect();
    await database.drop();
  });

  const relay = () => relayRound(database.as.jobs, queue, redis);
  const feed = async () => {
    const { rows } = await database.as.jobs.query<{ position: string; operation: string; sequence: number }>(
      'SELECT position, operation, sequence FROM feed ORDER BY position',
    );
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  };
  const queued = async () => (await queue.getJobs(['wait'])).map((job) => job.id).sort();

  it('gives every event a gapless position once, in its operation’s order, however many relay', async () => {
    let recording = true;
    const relaying = Array.from({ length: 2 }, async () => {
      while (recording) await relay();
    });
    const operations = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const operation = await BareOperation.open(database.recording);
        for (let n = 0; n < 10; n++)
          await operation.does(TASKING, 'assignTeam', { person: `person-${n}`, role: 'intelligence-analyst' });
        return operation.reference;
      }),
    );
    recording = false;
    await Promise.all(relaying);
    await relay();

    const placed = await feed();
    expect(placed.map(({ position }) => position)).toEqual(Array.from({ length: 66 }, (_, at) => at + 1));
    for (const reference of operations)
      expect(placed.filter(({ operation }) => operation === reference).map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 11 }, (_, at) => at + 1),
      );
    expect(await queue.count()).toBe(66);
  });

  it('places the oldest first when there are more than it takes at once', async () => {
    await (await BareOperation.open(database.recording)).getGoing();
    for (let n = 0; n < 3; n++) await database.as.jobs.query('SELECT place_events(2)');
    expect((await feed()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  });

  it('does not skip a record that commits later than one that was begun after it', async () => {
    const [early, late] = await Promise.all([database.as.superuser.connect(), database.as.superuser.connect()]);
    try {
      const insert = `INSERT INTO outbox (operation, sequence) VALUES ($1, 1)`;
      await late.query('BEGIN');
      await late.query(insert, ['OP-TEST-late']);
      await early.query('BEGIN');
      await early.query(insert, ['OP-TEST-early']);
      await early.query('COMMIT');
      await relay();
      expect(await feed()).toEqual([{ position: 1, operation: 'OP-TEST-early', sequence: 1 }]);
      await late.query('COMMIT');
      await relay();
      expect(await feed()).toEqual([
        { position: 1, operation: 'OP-TEST-early', sequence: 1 },
        { position: 2, operation: 'OP-TEST-late', sequence: 1 },
      ]);
    } finally {
      early.release();
      late.release();
    }
  });

  it('gives no position to a record that was taken back', async () => {
    const connection = await database.as.superuser.connect();
    await connection.query(`BEGIN; INSERT INTO outbox (operation, sequence) VALUES ('OP-TEST-back', 1); ROLLBACK`);
    connection.release();
    await BareOperation.open(database.recording);
    await relay();
    expect((await feed()).map(({ position }) => position)).toEqual([1]);
  });

  it('queues each row once, and again when its job was lost with Redis', async () => {
    await (await BareOperation.open(database.recording)).getGoing();
    await relay();
    const jobs = await queued();
    expect(jobs).toHaveLength(5);
    await relay();
    expect(await queued()).toEqual(jobs);

    await redis.flushdb();
    await relay();
    expect(await queued()).toEqual([]);
    await database.as.superuser.query(`UPDATE outbox SET queued_at = now() - interval '31 seconds'`);
    await relay();
    expect(await queued()).toEqual(jobs);
  });

  it('keeps giving positions while Redis is away, and queues what has waited when it is back', async () => {
    await BareOperation.open(database.recording);
    const away = new Error('Redis is away');
    await expect(relayRound(database.as.jobs, queue, { publish: () => Promise.reject(away) })).rejects.toBe(away);
    expect(await feed()).toHaveLength(1);
    expect(await queued()).toEqual([]);
    await relay();
    expect(await queued()).toHaveLength(1);
  });

  it('nudges those who wait for news', async () => {
    const listener = handlerConnection(ownRedis(REDIS_PART));
    let nudges = 0;
    await listener.subscribe(FEED_CHANNEL);
    listener.on('message', () => (nudges += 1));
    try {
      await BareOperation.open(database.recording);
      await relay();
      await eventually('a nudge', async () => nudges > 0);
    } finally {
      listener.disconnect();
    }
  });
});
