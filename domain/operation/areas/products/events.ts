import type { TextRef } from '../../../text/text';
import type { ProviderId } from '../../../translation/provider-ids';
import type { ProductKind, TranslationOutcome, TranslationPriority } from '../../codes';

export interface ProductsEvents {
  productCompleted: { product: ProductKind; summary: TextRef; translation?: string | undefined };
  productWithdrawn: { product: ProductKind; reason: TextRef };
  translationRequested: {
    translation: string;
    language: string;
    extract: TextRef;
    file?: string | undefined;
    priority?: TranslationPriority | undefined;
  };
  extractConfirmed: { translation: string; mapping: TextRef; providers: readonly ProviderId[] | null };
  translationPaused: { translation: string };
  translationResumed: { translation: string };
  translationCancelled: { translation: string; reason: TextRef };
  translationReported: { translation: string; outcome: TranslationOutcome };
  translationReviewed: { translation: string; findings: TextRef };
  qualifiedTranslationRequested: {
    request: string;
    translation: string;
    messages: TextRef;
    translator: TextRef;
    /** Day by which it is to be back, as YYYY-MM-DD. */
    dueOn: string;
  };
  qualifiedTranslationRecorded: { request: string; file: string; statement: TextRef };
  qualifiedTranslationWithdrawn: { request: string; reason: TextRef };
  packageSubmitted: { version: number; summary: TextRef };
  packageSignedOff: { version: number };
  packageRecalled: { version: number; reason: TextRef };
  productAdded: { product: ProductKind; reason: TextRef };
  productTaskSet: { task: string; product: ProductKind; person: string; what: TextRef; dueOn: string };
  productTaskCompleted: { task: string; result: TextRef };
}
