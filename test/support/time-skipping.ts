import type { Client } from '@temporalio/client';

const DAY_SECONDS = 86_400;

/** Moves the time of one running workflow ahead on the real server, firing what falls due on the way. */
export async function fastForward(client: Client, workflowId: string, days: number): Promise<void> {
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: `by-${days}-days`, duration: { seconds: days * DAY_SECONDS } as never },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
}
