import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  translationFinished,
  translationWorkflowId,
  type TranslationInput,
  type TranslationOutcome,
} from '../../workflows/translation/translation.messages';

/** Has one phone extract translated and tells its workflow. Safe to repeat: the first result counts. */
export async function translate(client: Client, input: TranslationInput): Promise<void> {
  const outcome = provide(input);
  try {
    await client.workflow.getHandle(translationWorkflowId(input.translation)).signal(translationFinished, outcome);
  } catch (error) {
    // Reported before: a repeated job finds its workflow gone.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** There is no translation provider yet: every extract is for a qualified translator. */
function provide(_: TranslationInput): TranslationOutcome {
  return 'needs-qualified-translator';
}
