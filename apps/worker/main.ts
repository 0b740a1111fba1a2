import { readFileSync } from 'node:fs';
import { DefaultLogger, NativeConnection, Runtime, type LogLevel } from '@temporalio/worker';
import { createMergingActivities } from '../../activities/merging';
import { createRecordingActivities } from '../../activities/recording';
import { createScoringActivities } from '../../activities/scoring';
import { createTranslationActivities } from '../../activities/translation';
import { CommandGateway } from '../../platform/commands/gateway';
import { createLook } from '../../platform/commands/look';
import { createPool } from '../../platform/database/pool';
import { createLogger } from '../../platform/logging/logger';
import { createQueue } from '../../platform/queues/queue';
import { translationQueue } from '../../platform/queues/translation';
import { temporalClient } from '../../platform/temporal/client';
import { BUNDLE_FILE } from './bundle';
import { readWorkerConfig } from './config';
import { BundleStore, bundleOf, makeCurrent, undrainedVersions } from './deployment';
import { createWorker, wakeOperations } from './workers';

/**
 * The worker process: serves the workflow bundle of this build, makes it the deployment's current version, and goes on
 * serving the bundles of older versions that operations are still pinned to.
 */
async function main(): Promise<void> {
  const config = readWorkerConfig();
  const logger = createLogger('worker', config.LOG_LEVEL);
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      logger[levelOf(level)]({ meta: meta?.['error'] }, message),
    ),
    shutdownSignals: [],
  });

  const pool = createPool(config.DATABASE_URL, { name: 'waymark-worker', max: 20 });
  const queue = createQueue(translationQueue, config.REDIS_URL);
  const client = temporalClient(config);
  const gateway = new CommandGateway(client, createLook(pool));
  const activities = {
    ...createRecordingActivities(pool),
    ...createScoringActivities(pool),
    ...createTranslationActivities(client, queue, gateway, pool),
    ...createMergingActivities(client, pool, gateway),
  };

  const store = new BundleStore(config.BUNDLE_DIR);
  const bundle = bundleOf(readFileSync(BUNDLE_FILE, 'utf8'));
  const versions = [{ buildId: bundle.buildId, codePath: store.keep(bundle) }];
  for (const buildId of await undrainedVersions(client, bundle.buildId)) {
    const codePath = store.find(buildId);
    if (codePath) versions.push({ buildId, codePath });
    else logger.warn({ buildId }, 'the bundle of a version that is still in use was not kept');
  }

  const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const workers = await Promise.all(versions.map((version) => createWorker(config, connection, activities, version)));
  const running = Promise.all(workers.map((worker) => worker.run()));
  const stop = () => workers.forEach((worker) => worker.getState() === 'RUNNING' && worker.shutdown());
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  const released = await makeCurrent(client, bundle.buildId);
  logger.info({ versions: versions.map(({ buildId }) => buildId), released }, 'serving');
  process.send?.({ ready: true });
  if (released)
    void wakeOperations(client, bundle.buildId).catch((error: unknown) => logger.warn({ error }, 'waking operations'));

  await running;
  await Promise.all([connection.close(), client.connection.close(), queue.close(), pool.end()]);
}

function levelOf(level: LogLevel): 'debug' | 'info' | 'warn' | 'error' {
  return level === 'TRACE' ? 'debug' : (level.toLowerCase() as 'debug' | 'info' | 'warn' | 'error');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
