import { randomUUID } from 'node:crypto';
import { translateWithoutFile } from '../../../apps/jobs/translation';
import { TASK_QUEUE } from '../../../workflows/task-queue';
import { TRANSLATION_WORKFLOW, translationWorkflowId } from '../../../workflows/translation/translation.messages';
import { Engine } from '../../support/stack';

const LONG_AGO = 'OP-1900-000001';

describe('translation jobs', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = new Engine();
  });
  afterAll(() => engine.close());

  it('are done, and not tried for ever, when nobody waits for the result any more', async () => {
    const input = { translation: randomUUID(), operation: LONG_AGO, language: 'hu' };
    await expect(translateWithoutFile(engine.client, input)).resolves.toBeUndefined();
  });

  it('let the workflow that asked for one finish, through queue, job and signal', async () => {
    const input = { translation: randomUUID(), operation: LONG_AGO, language: 'hu' };
    const handle = await engine.client.workflow.start(TRANSLATION_WORKFLOW, {
      taskQueue: TASK_QUEUE,
      workflowId: translationWorkflowId(input.translation),
      args: [input],
    });
    await handle.result();
    expect((await handle.describe()).status.name).toBe('COMPLETED');
  });
});
