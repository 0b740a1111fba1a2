import type { Client } from '@temporalio/client';
import type { Queue } from 'bullmq';
import type { Pool } from 'pg';
import type { CommandGateway } from '../platform/commands/gateway';
import { serviceEnvelope } from '../platform/commands/envelope';
import { TASK_QUEUE } from '../workflows/task-queue';
import {
  TRANSLATION_WORKFLOW,
  translationWorkflowId,
  type TranslationInput,
  type TranslationOutcome,
} from '../workflows/translation/translation.messages';

export interface TranslationActivities {
  startTranslation(input: TranslationInput): Promise<void>;
  enqueueTranslation(input: TranslationInput): Promise<void>;
  expectTranslation(input: TranslationInput): Promise<void>;
  reportTranslation(input: TranslationInput, outcome: TranslationOutcome): Promise<void>;
}

/** Starting, queueing and reporting translations; each is safe to repeat. */
export function createTranslationActivities(
  client: Client,
  queue: Queue<TranslationInput>,
  gateway: CommandGateway,
  pool: Pool,
): TranslationActivities {
  return {
    async startTranslation(input) {
      await client.workflow.start(TRANSLATION_WORKFLOW, {
        taskQueue: TASK_QUEUE,
        workflowId: translationWorkflowId(input.translation),
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [input],
      });
    },
    async enqueueTranslation(input) {
      await queue.add('translate', input, { jobId: input.translation });
    },
    async expectTranslation({ translation }) {
      // It may have ended before anybody waited for it, or been reported while the operation was merged: it is told again.
      await pool.query('SELECT expect_translation($1)', [translation]);
    },
    async reportTranslation({ operation, translation }, outcome) {
      // A refusal means that nobody waits for it any more: reported before, or the operation has closed.
      await gateway.give(
        operation,
        serviceEnvelope('reportTranslation', `${translation}:report`, { translation, outcome }),
      );
    },
  };
}
