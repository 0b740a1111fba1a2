import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { Logger } from 'pino';
import { ACCESS_CHECKPOINT_FILE } from '../../platform/access-log/seal';
import { Confirmer } from '../../platform/commands/confirmer';
import { CommandGateway } from '../../platform/commands/gateway';
import { createLook } from '../../platform/commands/look';
import { createPool, SET_BASED_MS } from '../../platform/database/pool';
import { createStore } from '../../platform/files/create-store';
import { createLogger } from '../../platform/logging/logger';
import { bulkQueue } from '../../platform/queues/bulk';
import { extractsQueue, requestsQueue } from '../../platform/queues/extracts';
import { profilesQueue } from '../../platform/queues/profiles';
import { createFlows, createHandler, createQueue, producerConnection } from '../../platform/queues/queue';
import { timelineQueue } from '../../platform/queues/timeline';
import { translationQueue } from '../../platform/queues/translation';
import { webhookQueue } from '../../platform/queues/webhooks';
import { temporalClient } from '../../platform/temporal/client';
import { CHECKPOINT_FILE } from '../../platform/timeline/checkpoint';
import { createProviders } from '../../platform/translation/providers/create-providers';
import { briefsRound } from './briefs';
import { bulkRound, workThrough } from './bulk';
import { checkpointRound } from './checkpoints';
import { readJobsConfig } from './config';
import { abandonedRound, erase } from './erasure';
import { extractsRound, sendQueued, workOnExtract } from './extracts';
import { deliver, together } from './inbox';
import { indexing, indexRebuildRound } from './indexing';
import { profilesRound, workOnProfiles } from './profiles';
import { reconcileRound } from './reconciler';
import { relayRound } from './relay';
import { inRounds } from './rounds';
import { sealingRound } from './sealing';
import { tellingRound, translateWithoutFile, translating } from './translation';
import { deliverMessage, notifying, webhookRound } from './webhooks';

/** Shorter than the starter's patience; what is not done by then is done again by the next process. */
const GRACE_MS = 15_000;

/**
 * The jobs process: outbox relay, inbox, index of de-confliction, erasure, translations and phone
 * extracts, bulk jobs, force data and profiles, webhooks,
 * reconciler, briefs, checkpoints, sealing of the access log. This file only composes.
 */
async function main(): Promise<void> {
  const config = readJobsConfig();
  const logger = createLogger('jobs', config.LOG_LEVEL);
  const checkpointKey = createPrivateKey(readFileSync(config.CHECKPOINT_KEY_FILE, 'utf8'));
  const checkpointFile = join(config.CHECKPOINT_DIR, CHECKPOINT_FILE);
  const accessCheckpointFile = join(config.CHECKPOINT_DIR, ACCESS_CHECKPOINT_FILE);
  const pool = createPool(config.DATABASE_URL, { name: 'waymark-jobs', max: 10 });
  const redis = producerConnection(config.REDIS_URL);
  const timeline = createQueue(timelineQueue, config.REDIS_URL);
  const bulk = createQueue(bulkQueue, config.REDIS_URL);
  const hooks = webhookQueue(config.WEBHOOK_RETRY_MS);
  const webhooks = createQueue(hooks, config.REDIS_URL);
  const profiles = createQueue(profilesQueue, config.REDIS_URL);
  // Linkage is a few long statements over all records: it must not hold up what is short.
  const profilesPool = createPool(config.DATABASE_URL, { name: 'waymark-profiles', max: 4, longestMs: SET_BASED_MS });
  const extracts = createQueue(extractsQueue, config.REDIS_URL);
  const requests = createQueue(requestsQueue, config.REDIS_URL);
  const flows = createFlows(config.REDIS_URL);
  // An extract of millions of messages is read in long transactions, and each request that is under way has a connection.
  const extractsPool = createPool(config.DATABASE_URL, { name: 'waymark-extracts', max: 8, longestMs: SET_BASED_MS });
  const translators = createProviders(config);
  const files = createStore(config);
  const client = temporalClient(config);
  const look = createLook(pool);
  const confirmer = new Confirmer(pool);
  const gateway = new CommandGateway(client, look, confirmer.add);
  const stopping = new AbortController();
  const addresses = { privateAddresses: config.WEBHOOK_PRIVATE_ADDRESSES, hosts: config.WEBHOOK_HOSTS };
  const webhookTools = { pool, keys: config.PAYLOAD_KEYS, addresses };
  const bulkTools = { pool, gateway, look, stopping: stopping.signal };
  const checkpoint = () => checkpointRound(pool, checkpointFile, checkpointKey);
  const seal = () => sealingRound(pool, accessCheckpointFile, checkpointKey);
  const effects = together(indexing(pool), notifying(pool), translating(pool), {
    fileErased: (job) => erase(pool, files, job),
  });
  const extractTools = { pool: extractsPool, files, providers: translators.providers, stopping: stopping.signal };

  const extractQueues = { extracts, requests, flows };

  const rounds = [
    inRounds({ name: 'relay', everyMs: 200, slowestMs: 1_000, logger }, () => relayRound(pool, timeline, redis)),
    inRounds({ name: 'bulk', everyMs: 500, slowestMs: 5_000, logger }, () => bulkRound(pool, bulk)),
    inRounds({ name: 'profiles', everyMs: 500, slowestMs: 5_000, logger }, () => profilesRound(pool, profiles)),
    inRounds({ name: 'extracts', everyMs: 500, slowestMs: 5_000, logger }, () => extractsRound(pool, extractQueues)),
    inRounds({ name: 'telling', everyMs: 500, slowestMs: 5_000, logger }, () => tellingRound(pool, client)),
    inRounds({ name: 'webhooks', everyMs: 1_000, slowestMs: 5_000, logger }, () => webhookRound(pool, webhooks)),
    inRounds({ name: 'reconciler', everyMs: 5_000, slowestMs: 5_000, logger }, () => reconcileRound(pool, gateway)),
    inRounds({ name: 'briefs', everyMs: 5_000, slowestMs: 60_000, logger }, () => briefsRound(pool)),
    inRounds({ name: 'abandoned', everyMs: 600_000, slowestMs: 600_000, logger }, () => abandonedRound(pool, files)),
    inRounds({ name: 'checkpoints', everyMs: 60_000, slowestMs: 60_000, logger }, checkpoint),
    inRounds({ name: 'index', everyMs: 60_000, slowestMs: 60_000, logger }, () => indexRebuildRound(pool)),
    inRounds({ name: 'sealing', everyMs: 5_000, slowestMs: 60_000, logger }, seal),
  ];
  const handlers = [
    createHandler(timelineQueue, config.REDIS_URL, (job) => deliver(pool, job, effects), { concurrency: 4 }),
    createHandler(translationQueue, config.REDIS_URL, (job) => translateWithoutFile(client, job), {
      concurrency: 2,
    }),
    createHandler(hooks, config.REDIS_URL, (job) => deliverMessage(webhookTools, job), { concurrency: 8 }),
    createHandler(profilesQueue, config.REDIS_URL, (job) => workOnProfiles({ pool: profilesPool, files }, job), {
      concurrency: 1,
    }),
    createHandler(extractsQueue, config.REDIS_URL, (job) => workOnExtract(extractTools, job), { concurrency: 1 }),
    createHandler(requestsQueue, config.REDIS_URL, (job) => sendQueued(extractTools, job), { concurrency: 4 }),
    createHandler(bulkQueue, config.REDIS_URL, (job) => workThrough(bulkTools, job), { concurrency: 2 }),
  ];
  for (const handler of handlers) logFailures(handler, logger);
  process.send?.({ ready: true });

  await new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  stopping.abort();
  const finish = async () => {
    await Promise.all([...rounds.map((round) => round.stop()), ...handlers.map((handler) => handler.close())]);
    await translators.close();
    await confirmer.close();
    for (const last of [checkpoint, seal])
      await last().catch((error: unknown) => logger.warn({ reason: messageOf(error) }, 'no last checkpoint'));
  };
  // Redis may be away just now, and closing would wait for it.
  await Promise.race([finish(), sleep(GRACE_MS)]);
}

function logFailures(handler: Worker, logger: Logger): void {
  handler.on('failed', (job, error) => {
    logger.warn({ queue: handler.name, job: job?.id, attempt: job?.attemptsMade, reason: error.message }, 'job failed');
  });
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
