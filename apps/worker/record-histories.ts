import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

/** The histories of all runs of a workflow, first run first, as the server keeps them: payloads encrypted. */
export async function fetchHistories(client: Client, workflowId: string): Promise<readonly History[]> {
  const runs: History[] = [];
  for (let runId: string | undefined; ;) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.unshift(history);
    const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) return runs;
    runId = before;
  }
}

/**
 * Writes the history of each run of a workflow, first run first, as `<name>-<n>.json`.
 *
 * @returns the files
 */
export async function recordHistories(
  client: Client,
  workflowId: string,
  folder: string,
  name: string,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const runs = await fetchHistories(client, workflowId);
  return runs.map((history, at) => {
    const file = join(folder, `${name}-${at + 1}.json`);
    writeFileSync(file, `${historyToJSON(history)}\n`);
    return file;
  });
}
