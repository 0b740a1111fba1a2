import type { OperationState } from '../../state';
import type { Applies } from '../areas';
import { changed } from '../entities';
import type { ProductsEvents } from './events';

export const products: Applies<ProductsEvents> = {
  productCompleted: (state, { product }) => settleProduct(state, product, 'complete'),
  productWithdrawn: (state, { product }) => settleProduct(state, product, 'withdrawn'),
  translationRequested: ({ translations }, { translation, language }) => ({
    translations: [...translations, { id: translation, language, status: 'requested' }],
  }),
  translationReported: ({ translations }, { translation }) => ({
    translations: changed(translations, translation, { status: 'reported' }),
  }),
  packageSubmitted: (_, { version }, { actor }) => ({ package: { version, author: actor, signedOffBy: null } }),
  packageSignedOff: (state, _, { actor }) => ({ package: state.package && { ...state.package, signedOffBy: actor } }),
};

function settleProduct(
  { products }: OperationState,
  product: string,
  status: 'complete' | 'withdrawn',
): Partial<OperationState> {
  return { products: products.map((one) => (one.product === product ? { ...one, status } : one)) };
}
