import { defineSignal } from '@temporalio/workflow';

/** The contract of the `translation` workflow: one phone extract, from request to reported product. */
export const TRANSLATION_WORKFLOW = 'translation';
export const translationWorkflowId = (translation: string) => `translation/${translation}`;

export interface TranslationInput {
  readonly translation: string;
  readonly operation: string;
  /** ISO 639 code of the extract's language. */
  readonly language: string;
}

export type TranslationOutcome = 'translated' | 'needs-qualified-translator';

/** The job's result; the first one counts. */
export const translationFinished = defineSignal<[TranslationOutcome]>('translationFinished');
