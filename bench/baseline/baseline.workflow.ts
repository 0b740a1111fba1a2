import { condition, proxyLocalActivities, proxySinks, setHandler, workflowInfo } from '@temporalio/workflow';
import type { BaselineActivities } from './activities';
import { writeUpdate, type BaselineSinks } from './baseline.messages';

const { write } = proxyLocalActivities<BaselineActivities>({ startToCloseTimeout: '10s' });
const { baseline: told } = proxySinks<BaselineSinks>();

/**
 * The least that keeps a record by Update: no rules, no order, no chain, no encryption, no way back.
 *
 * @param _given what it is about; the caller hands over as much as to the engine
 */
export async function baseline(_given: object): Promise<void> {
  const { workflowId } = workflowInfo();
  setHandler(writeUpdate, (body) => write(workflowId, body));
  told.firstTask();
  await condition(() => false);
}
