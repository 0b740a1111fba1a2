import type { ProductKind, TranslationStatus } from '../../codes';

export interface ProductTask {
  readonly id: string;
  readonly product: ProductKind;
  readonly person: string;
  /** Day it is due, as YYYY-MM-DD. */
  readonly dueOn: string;
  readonly status: 'open' | 'done';
}

export interface ProductsState {
  readonly products: readonly { readonly product: ProductKind; readonly status: 'chosen' | 'complete' | 'withdrawn' }[];
  readonly translations: readonly {
    readonly id: string;
    readonly language: string;
    readonly status: TranslationStatus;
    /** That holds the extract; absent where a qualified translator was asked for. */
    readonly file?: string;
  }[];
  readonly package: {
    readonly version: number;
    readonly author: string;
    readonly signedOffBy: string | null;
    readonly recalled: boolean;
  } | null;
  readonly tasks: readonly ProductTask[];
}

export const products: ProductsState = { products: [], translations: [], package: null, tasks: [] };
