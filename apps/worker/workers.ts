import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { DEPLOYMENT } from './deployment';
import { dataConverter, type TemporalConfig } from '../../platform/temporal/client';
import { OPERATION_WORKFLOW, reconcileUpdate } from '../../workflows/operation/operation.messages';
import { TASK_QUEUE } from '../../workflows/task-queue';

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
    stickyQueueScheduleToStartTimeout: '5s',
    shutdownGraceTime: '5s',
  });
}

/** After a release: wakes every running operation, so that those on an older version continue as new on this one. */
export async function wakeOperations(client: Client): Promise<void> {
  const running = client.workflow.list({
    query: `WorkflowType = '${OPERATION_WORKFLOW}' AND ExecutionStatus = 'Running'`,
  });
  for await (const { workflowId } of running)
    await client.workflow
      .getHandle(workflowId)
      .executeUpdate(reconcileUpdate)
      // It may have ended meanwhile, or its old version may have no worker left: the reconciler finds what remains.
      .catch(() => undefined);
}
