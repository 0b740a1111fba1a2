import { condition, proxyActivities, setHandler, setWorkflowOptions } from '@temporalio/workflow';
import type { TranslationActivities } from '../../activities/translation';
import { translationFinished, type TranslationInput, type TranslationOutcome } from './translation.messages';

const { enqueueTranslation, expectTranslation, reportTranslation } = proxyActivities<TranslationActivities>({
  startToCloseTimeout: '30s',
  retry: { maximumInterval: '30s' },
});

setWorkflowOptions({ versioningBehavior: 'PINNED' }, translation);

/**
 * Has one phone extract translated, waits for the result however long it takes, and reports it to the operation by command. The work on a file
 * is kept in the database, and goes on from there by itself; without a file, a job that got lost with its queue is put there again.
 */
export async function translation(input: TranslationInput): Promise<void> {
  let outcome: TranslationOutcome | undefined;
  setHandler(translationFinished, (finished) => {
    outcome ??= finished;
  });
  if (input.file === undefined) {
    do await enqueueTranslation(input);
    while (!(await condition(() => outcome !== undefined, '10 minutes')));
  } else {
    await expectTranslation(input);
    await condition(() => outcome !== undefined);
  }
  await reportTranslation(input, outcome as TranslationOutcome);
}
