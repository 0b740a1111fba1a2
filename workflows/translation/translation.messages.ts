import { defineSignal } from '@temporalio/workflow';
import type { TranslationOutcome } from '../../domain/operation/codes';

export type { TranslationOutcome };

/** The contract of the `translation` workflow: one phone extract, from request to reported product. */
export const TRANSLATION_WORKFLOW = 'translation';
export const translationWorkflowId = (translation: string) => `translation/${translation}`;

export interface TranslationInput {
  readonly translation: string;
  readonly operation: string;
  /** ISO 639 code of the extract's language. */
  readonly language: string;
  /** File of the operation that holds the extract; without one, a qualified translator is asked for. */
  readonly file?: string;
}

/** What came of it; the first one counts. */
export const translationFinished = defineSignal<[TranslationOutcome]>('translationFinished');
