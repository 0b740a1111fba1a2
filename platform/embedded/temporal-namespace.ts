import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { msToTs } from '@temporalio/common/lib/time';
import { until } from './wait';

/** Ours, for people who operate the server; lists come from SQL. */
export const SEARCH_ATTRIBUTES = {
  Stage: temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  NextDueAt: temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
} as const;

const RETENTION = '3 days';

/** Resolves when the server at this address answers. */
export async function serverAnswers(address: string): Promise<void> {
  await withConnection(address, (connection) => connection.workflowService.getSystemInfo({}));
}

/** Makes the namespace and our search attributes where they are missing, and waits until both can be used. */
export async function prepareNamespace(address: string, namespace: string): Promise<void> {
  await withConnection(address, async (connection) => {
    await register(connection, namespace);
    await until(`Temporal's namespace "${namespace}"`, () => usable(connection, namespace), { every: 200 });
    await addSearchAttributes(connection, namespace);
    await until(`The search attributes of "${namespace}"`, () => searchable(connection, namespace), { every: 100 });
  });
}

async function withConnection<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = Connection.lazy({ address, connectTimeout: 3000, interceptors: [] });
  try {
    return await connection.withDeadline(Date.now() + 60_000, () => work(connection));
  } finally {
    await connection.close();
  }
}

async function register(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return;
  } catch (error) {
    if (!isCode(error, NOT_FOUND)) throw error;
  }
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(RETENTION),
    });
  } catch (error) {
    if (!isCode(error, ALREADY_EXISTS)) throw error;
  }
}

/**
 * The frontend, history and matching services each learn of a new namespace in their own time, so each is asked
 * something that only it can answer.
 */
async function usable(connection: Connection, namespace: string): Promise<void> {
  await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
  await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: 'probe' },
    taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  try {
    await connection.workflowService.describeWorkflowExecution({ namespace, execution: { workflowId: 'probe' } });
  } catch (error) {
    // "workflow not found" is the answer of a history service that knows the namespace.
    if (!isCode(error, NOT_FOUND) || /namespace/i.test((error as Error).message)) throw error;
  }
}

async function addSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing) });
}

async function searchable(connection: Connection, namespace: string): Promise<void> {
  await connection.workflowService.listWorkflowExecutions({
    namespace,
    pageSize: 1,
    query: 'Stage = "none" AND NextDueAt > "2020-01-01T00:00:00Z"',
  });
}

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

function isCode(error: unknown, code: number): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
