import { condition, proxyActivities, setHandler, setWorkflowOptions } from '@temporalio/workflow';
import type { TranslationActivities } from '../../activities/translation';
import { translationFinished, type TranslationInput, type TranslationOutcome } from './translation.messages';

const { enqueueTranslation, reportTranslation } = proxyActivities<TranslationActivities>({
  startToCloseTimeout: '30s',
  retry: { maximumInterval: '30s' },
});

setWorkflowOptions({ versioningBehavior: 'PINNED' }, translation);

/**
 * Has one phone extract translated by a job, waits for the result however long it takes, and reports it to the operation
 * by command. A job that got lost with its queue is put there again.
 */
export async function translation(input: TranslationInput): Promise<void> {
  let outcome: TranslationOutcome | undefined;
  setHandler(translationFinished, (finished) => {
    outcome ??= finished;
  });
  do await enqueueTranslation(input);
  while (!(await condition(() => outcome !== undefined, '10 minutes')));
  await reportTranslation(input, outcome as TranslationOutcome);
}
