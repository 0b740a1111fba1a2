import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { DEPLOYMENT } from './deployment';
import { dataConverter, type TemporalConfig } from '../../platform/temporal/client';
import { OPERATION_WORKFLOW, reconcileUpdate } from '../../workflows/operation/operation.messages';
import { TASK_QUEUE } from '../../workflows/task-queue';

/**
 * A worker that has just started replays whatever it is asked about, all of it in turns: more at once than it can replay in
 * the 5 s that the server waits would be late together, and begun again, for ever (ADR 0023).
 */
const TASKS_AT_ONCE = 16;

/** Creates the worker that serves one version of the workflows, from its bundle on disk. */
export function createWorker(
  config: TemporalConfig,
  connection: NativeConnection,
  activities: object,
  version: { readonly buildId: string; readonly codePath: string },
): Promise<Worker> {
  return Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: version.codePath },
    activities,
    dataConverter: dataConverter(config.PAYLOAD_KEYS),
    workerDeploymentOptions: {
      version: { deploymentName: DEPLOYMENT, buildId: version.buildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'PINNED',
    },
    maxConcurrentWorkflowTaskExecutions: TASKS_AT_ONCE,
    stickyQueueScheduleToStartTimeout: '5s',
    shutdownGraceTime: '5s',
  });
}

/**
 * After a release: wakes every running operation that is still on another version, so that it continues as new on this
 * one. The server learns of a new current version little by little, so it goes round until none is left.
 *
 * @param rounds how often at most; what an unserved old version holds then is left to operators
 */
export async function wakeOperations(client: Client, buildId: string, rounds = 120): Promise<void> {
  const query =
    `WorkflowType = '${OPERATION_WORKFLOW}' AND ExecutionStatus = 'Running' ` +
    `AND TemporalWorkerDeploymentVersion != '${DEPLOYMENT}:${buildId}'`;
  for (let round = 0; round < rounds; round++) {
    let woken = 0;
    for await (const { workflowId } of client.workflow.list({ query })) {
      woken += 1;
      // It may end meanwhile, or its old version may have no worker left.
      await client
        .withDeadline(Date.now() + 5_000, () => client.workflow.getHandle(workflowId).executeUpdate(reconcileUpdate))
        .catch(() => undefined);
    }
    if (woken === 0 && round > 0) return;
    await sleep(1_000);
  }
}
