import type { ProductKind } from '../../codes';

export interface ProductsState {
  readonly products: readonly { readonly product: ProductKind; readonly status: 'chosen' | 'complete' | 'withdrawn' }[];
  readonly translations: readonly {
    readonly id: string;
    readonly language: string;
    readonly status: 'requested' | 'reported';
  }[];
  readonly package: { readonly version: number; readonly author: string; readonly signedOffBy: string | null } | null;
}

export const products: ProductsState = { products: [], translations: [], package: null };
