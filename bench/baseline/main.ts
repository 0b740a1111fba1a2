import { DefaultLogger, NativeConnection, Runtime, Worker, type InjectedSinks } from '@temporalio/worker';
import { readConfig } from '../../platform/config';
import { createPool } from '../../platform/database/pool';
import { createBaselineActivities } from './activities';
import { BASELINE_QUEUE, type BaselineSinks } from './baseline.messages';

/** The bare workflow's worker, a process of its own as the engine's is. Takes the path of its bundle as argument. */
async function main(codePath: string): Promise<void> {
  const config = readConfig(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE']);
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const pool = createPool(config.DATABASE_URL, { name: 'waymark-baseline', max: 20 });
  const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const sinks: InjectedSinks<BaselineSinks> = {
    baseline: { firstTask: { fn: ({ workflowId }) => void process.send?.({ firstTask: workflowId }) } },
  };
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: BASELINE_QUEUE,
    workflowBundle: { codePath },
    activities: createBaselineActivities(pool),
    sinks,
  });
  const running = worker.run();
  process.once('SIGTERM', () => worker.getState() === 'RUNNING' && worker.shutdown());
  // The benchmark is gone, however it went, and Temporal with it: there is nobody to take leave of.
  process.once('disconnect', () => process.exit(1));
  process.send?.({ ready: true });
  await running;
  await Promise.all([connection.close(), pool.end()]);
}

main(process.argv[2] ?? '').then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
