import type { Client } from '@temporalio/client';
import { optionalTsToMs, requiredTsToMs } from '@temporalio/common/lib/time';
import type { Pool } from 'pg';
import {
  headQuery,
  NEXT_DUE_AT,
  operationWorkflowId,
  STAGE,
  type Head,
} from '../../workflows/operation/operation.messages';

/** An operation as its row has it. */
export interface RowStanding extends Head {
  readonly stage: string;
  readonly nextDueAt: string | null;
}

/** An operation as its workflow and the Temporal server have it. */
export interface WorkflowStanding {
  readonly running: boolean;
  readonly head: Head | null;
  readonly shownStage: string | undefined;
  readonly shownDueAt: string | undefined;
  /** When the workflow's pending timers fire, by the server's own history; milliseconds since 1970. */
  readonly timers: readonly number[];
}

export async function rowOf(pool: Pool, reference: string): Promise<RowStanding> {
  const { rows } = await pool.query<RowStanding>(
    `SELECT sequence, encode(head_hash, 'hex') AS hash, stage, next_due_at AS "nextDueAt"
     FROM operation WHERE reference = $1`,
    [reference],
  );
  const row = rows[0];
  if (!row) throw new Error(`${reference} has no row`);
  return row;
}

export async function workflowOf(client: Client, reference: string): Promise<WorkflowStanding> {
  const handle = client.workflow.getHandle(operationWorkflowId(reference));
  return client.withDeadline(Date.now() + 5_000, async () => {
    const { status, typedSearchAttributes } = await handle.describe();
    const running = status.name === 'RUNNING';
    return {
      running,
      head: running ? await handle.query(headQuery) : null,
      shownStage: typedSearchAttributes.get(STAGE),
      shownDueAt: typedSearchAttributes.get(NEXT_DUE_AT)?.toISOString(),
      timers: running ? pendingTimers(await handle.fetchHistory()) : [],
    };
  });
}

/** A timer may fire as much later as the task that armed it took; earlier it must not. */
const LATE_MS = 15_000;

/** Everything in which the workflow does not stand as the row says. */
export function differences(row: RowStanding, workflow: WorkflowStanding): readonly string[] {
  // A closed operation needs no running workflow.
  if (row.stage === 'closed' && !workflow.running) return [];
  if (!workflow.running) return ['its workflow is not running'];
  const found: string[] = [];
  const { head } = workflow;
  if (head?.sequence !== row.sequence || head.hash !== row.hash)
    found.push(`its workflow is at ${head?.sequence} ${head?.hash?.slice(0, 8)}, its row at ${row.sequence}`);
  if (row.stage === 'closed') found.push('it is closed, and its workflow still runs');
  if (workflow.shownStage !== row.stage) found.push(`operators see stage ${workflow.shownStage}, not ${row.stage}`);
  const due = row.nextDueAt ?? undefined;
  if (workflow.shownDueAt !== due) found.push(`operators see ${workflow.shownDueAt} as next moment, not ${due}`);
  const armed = workflow.timers.map((at) => at - Date.parse(due ?? ''));
  if (due === undefined && armed.length > 0) found.push('a timer is pending that nothing waits for');
  if (due !== undefined && !(armed.length === 1 && armed.every((late) => late >= -1_000 && late < LATE_MS)))
    found.push(`it waits for ${due}, its timers for ${workflow.timers.map((at) => new Date(at).toISOString())}`);
  return found;
}

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

function pendingTimers({ events }: History): readonly number[] {
  const pending = new Map<string, number>();
  for (const event of events ?? []) {
    const started = event.timerStartedEventAttributes;
    if (started)
      pending.set(
        String(started.timerId),
        requiredTsToMs(event.eventTime, 'eventTime') + (optionalTsToMs(started.startToFireTimeout) ?? 0),
      );
    const over = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
    if (over) pending.delete(String(over.timerId));
  }
  return [...pending.values()];
}
