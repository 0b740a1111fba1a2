import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  translationFinished,
  translationWorkflowId,
  type TranslationInput,
  type TranslationOutcome,
} from '../../workflows/translation/translation.messages';

const DEADLINE_MS = 10_000;

/** Translates one phone extract, however it does it. */
export type Translate = (input: TranslationInput) => Promise<TranslationOutcome>;

/** There is no translation provider yet: every extract is for a qualified translator. */
export const noProvider: Translate = () => Promise.resolve('needs-qualified-translator');

/** Has one phone extract translated and tells its workflow. Safe to repeat: the first result counts. */
export async function translateExtract(client: Client, translate: Translate, input: TranslationInput): Promise<void> {
  const outcome = await translate(input);
  const workflow = client.workflow.getHandle(translationWorkflowId(input.translation));
  try {
    await client.withDeadline(Date.now() + DEADLINE_MS, () => workflow.signal(translationFinished, outcome));
  } catch (error) {
    // Reported before: a repeated job finds its workflow gone.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
