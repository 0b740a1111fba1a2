import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

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
  const runs = [];
  for (let runId: string | undefined; ;) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.unshift(history);
    const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) break;
    runId = before;
  }
  return runs.map((history, at) => {
    const file = join(folder, `${name}-${at + 1}.json`);
    writeFileSync(file, `${historyToJSON(history)}\n`);
    return file;
  });
}
