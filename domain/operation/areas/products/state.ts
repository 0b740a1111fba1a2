import type { ProductKind, TranslationStatus } from '../../codes';

export interface ProductTask {
  readonly id: string;
  readonly product: ProductKind;
  readonly person: string;
  /** Day it is due, as YYYY-MM-DD. */
  readonly dueOn: string;
  readonly status: 'open' | 'done';
}

/** What a qualified translator was asked for, for court. */
export interface QualifiedTranslation {
  readonly id: string;
  readonly translation: string;
  /** Day by which it is to be back, as YYYY-MM-DD. */
  readonly dueOn: string;
  readonly requestedBy: string;
  readonly status: 'requested' | 'returned' | 'withdrawn';
  /** That holds it; `null` until it is back. */
  readonly file: string | null;
}

export interface ProductsState {
  readonly products: readonly {
    readonly product: ProductKind;
    readonly status: 'chosen' | 'complete' | 'withdrawn';
    /** Translated phone that it rests on, where it rests on one. */
    readonly translation?: string;
  }[];
  readonly translations: readonly {
    readonly id: string;
    readonly language: string;
    readonly status: TranslationStatus;
    /** That holds the extract; absent where a qualified translator was asked for. */
    readonly file?: string;
  }[];
  readonly qualifiedTranslations: readonly QualifiedTranslation[];
  readonly package: {
    readonly version: number;
    readonly author: string;
    readonly signedOffBy: string | null;
    readonly recalled: boolean;
  } | null;
  readonly tasks: readonly ProductTask[];
}

export const products: ProductsState = {
  products: [],
  translations: [],
  qualifiedTranslations: [],
  package: null,
  tasks: [],
};
