import type { TextRef } from '../../../text/text';
import type { ProductKind } from '../../codes';

export interface ProductsEvents {
  productCompleted: { product: ProductKind; summary: TextRef };
  productWithdrawn: { product: ProductKind; reason: TextRef };
  translationRequested: { translation: string; language: string; extract: TextRef };
  translationReported: { translation: string; outcome: 'translated' | 'needs-qualified-translator' };
  packageSubmitted: { version: number; summary: TextRef };
  packageSignedOff: { version: number };
}
