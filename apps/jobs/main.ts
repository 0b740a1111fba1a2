import { readFileSync } from 'node:fs';
import { Worker } from 'bullmq';
import type { Logger } from 'pino';
import { CommandGateway } from '../../platform/commands/gateway';
import { createPool } from '../../platform/database/pool';
import { createLogger } from '../../platform/logging/logger';
import {
  createQueue,
  handlerConnection,
  producerConnection,
  QUEUE_PREFIX,
  type QueueDefinition,
} from '../../platform/queues/queue';
import { timelineQueue } from '../../platform/queues/timeline';
import { translationQueue } from '../../platform/queues/translation';
import { temporalClient } from '../../platform/temporal/client';
import { CheckpointWriter } from '../../platform/timeline/checkpoint';
import { checkpointRound } from './checkpoints';
import { readJobsConfig } from './config';
import { deliver } from './inbox';
import { reconcileRound } from './reconciler';
import { relayRound } from './relay';
import { inRounds } from './rounds';
import { translate } from './translation';

/** The jobs process: outbox relay, inbox, translation jobs, reconciler and checkpoints. */
async function main(): Promise<void> {
  const config = readJobsConfig();
  const logger = createLogger('jobs', config.LOG_LEVEL);
  const pool = createPool(config.DATABASE_URL, { name: 'waymark-jobs', max: 10 });
  const redis = producerConnection(config.REDIS_URL);
  const timeline = createQueue(timelineQueue, config.REDIS_URL);
  const client = temporalClient(config);
  // It only ever asks operations to catch up, so it has nothing to look for.
  const gateway = new CommandGateway(client, () => Promise.resolve(null));
  const checkpoints = new CheckpointWriter(config.CHECKPOINT_DIR, readFileSync(config.CHECKPOINT_KEY_FILE, 'utf8'));
  let signedUpTo = '0';
  const checkpoint = async () => {
    signedUpTo = await checkpointRound(pool, checkpoints, signedUpTo);
    return false;
  };

  const rounds = [
    inRounds('relay', 200, () => relayRound(pool, timeline, redis), logger),
    inRounds('reconciler', 5_000, () => reconcileRound(pool, gateway), logger),
    inRounds('checkpoints', 60_000, checkpoint, logger),
  ];
  const handlers = [
    handle(timelineQueue, (event) => deliver(pool, event), 4, config.REDIS_URL, logger),
    handle(translationQueue, (input) => translate(client, input), 2, config.REDIS_URL, logger),
  ];
  process.send?.({ ready: true });

  await new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  await Promise.all([...rounds.map((round) => round.stop()), ...handlers.map((handler) => handler.close())]);
  await checkpoint().catch(() => undefined);
  await Promise.all([timeline.close(), client.connection.close(), pool.end()]);
  redis.disconnect();
}

function handle<Payload>(
  { name }: QueueDefinition<Payload>,
  handler: (payload: Payload) => Promise<void>,
  concurrency: number,
  redisUrl: string,
  logger: Logger,
): Worker<Payload> {
  const worker = new Worker<Payload>(name, (job) => handler(job.data), {
    connection: handlerConnection(redisUrl),
    prefix: QUEUE_PREFIX,
    concurrency,
  });
  worker.on('failed', (job, error) => logger.warn({ queue: name, job: job?.id, reason: error.message }, 'job failed'));
  worker.on('error', (error) => logger.debug({ queue: name, reason: error.message }, 'queue is away'));
  return worker;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
