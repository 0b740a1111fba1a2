import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { headQuery, operationWorkflowId, type Head } from '../../workflows/operation/operation.messages';
import type { Queries } from '../access/reading';
import type { Problem } from './chain';

/** What a comparison with the operation's workflow came to. */
export type Agreement = 'agrees' | 'differs' | 'not-running' | 'no-answer' | 'not-asked';

const DEADLINE_MS = 5_000;
const ATTEMPTS = 5;
const PAUSE_MS = 300;

/**
 * Compares where an operation's running workflow believes the timeline to end with the timeline. Both may move on while
 * they are compared, so a difference counts only if it stays.
 */
export async function compareWorkflow(
  client: Client,
  read: <T>(work: (connection: Queries) => Promise<T>) => Promise<T>,
  reference: string,
): Promise<{ readonly agreement: Agreement; readonly problems: readonly Problem[] }> {
  let toReach: number | undefined;
  for (let attempt = 1; ; attempt++) {
    const head = await headOf(client, reference);
    if (typeof head === 'string') return { agreement: head, problems: [] };
    const { end, hash } = await read((connection) => look(connection, reference, head.sequence));
    toReach ??= end;
    const problem = difference(head, hash, toReach);
    if (!problem) return { agreement: 'agrees', problems: [] };
    if (attempt === ATTEMPTS) return { agreement: 'differs', problems: [problem] };
    await sleep(PAUSE_MS);
  }
}

function difference(head: Head, hash: string | null, toReach: number): Problem | undefined {
  const { sequence } = head;
  if (sequence > 0 && hash === null) return { sequence, problem: 'its workflow knows of an event that is not there' };
  if (sequence > 0 && hash !== head.hash) return { sequence, problem: 'its workflow knows another event here' };
  if (sequence < toReach) return { sequence: sequence + 1, problem: 'its workflow has not taken up this event' };
  return undefined;
}

async function headOf(client: Client, reference: string): Promise<Head | 'not-running' | 'no-answer'> {
  const handle = client.workflow.getHandle(operationWorkflowId(reference));
  try {
    return await client.withDeadline(Date.now() + DEADLINE_MS, async () => {
      const { status } = await handle.describe();
      return status.name === 'RUNNING' ? await handle.query(headQuery) : 'not-running';
    });
  } catch (error) {
    return error instanceof WorkflowNotFoundError ? 'not-running' : 'no-answer';
  }
}

/** Where the timeline ends now, and the hash of its event at a sequence. */
async function look(connection: Queries, reference: string, at: number): Promise<{ end: number; hash: string | null }> {
  const { rows } = await connection.query<{ end: number; hash: string | null }>(
    `SELECT coalesce(max(sequence), 0) AS end, (SELECT encode(hash, 'hex') FROM timeline_event
                                                WHERE operation = $1 AND sequence = $2) AS hash
     FROM timeline_event WHERE operation = $1`,
    [reference, at],
  );
  return rows[0] as { end: number; hash: string | null };
}
