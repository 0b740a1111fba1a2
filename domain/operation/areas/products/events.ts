import type { TextRef } from '../../../text/text';
import type { ProductKind } from '../../codes';

export interface ProductsEvents {
  productCompleted: { product: ProductKind; summary: TextRef };
  productWithdrawn: { product: ProductKind; reason: TextRef };
  translationRequested: { translation: string; language: string; extract: TextRef };
  translationReported: { translation: string; outcome: 'translated' | 'needs-qualified-translator' };
  packageSubmitted: { version: number; summary: TextRef };
  packageSignedOff: { version: number };
  packageRecalled: { version: number; reason: TextRef };
  productAdded: { product: ProductKind; reason: TextRef };
  productTaskSet: { task: string; product: ProductKind; person: string; what: TextRef; dueOn: string };
  productTaskCompleted: { task: string; result: TextRef };
}
