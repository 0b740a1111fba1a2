import type { TranslationStatus } from '../../codes';
import type { OperationState } from '../../state';
import type { Applies } from '../areas';
import { changed } from '../entities';
import type { ProductsEvents } from './events';

export const products: Applies<ProductsEvents> = {
  productCompleted: (state, { product, translation }) =>
    settleProduct(state, product, { status: 'complete', ...(translation === undefined ? {} : { translation }) }),
  productWithdrawn: (state, { product }) => settleProduct(state, product, { status: 'withdrawn' }),
  translationRequested: ({ translations }, { translation, language, file }) => ({
    translations: [
      ...translations,
      { id: translation, language, status: 'requested', ...(file === undefined ? {} : { file }) },
    ],
  }),
  extractConfirmed: (state, { translation }) => standing(state, translation, 'confirmed'),
  translationPaused: (state, { translation }) => standing(state, translation, 'paused'),
  translationResumed: (state, { translation }) => standing(state, translation, 'confirmed'),
  translationCancelled: (state, { translation }) => standing(state, translation, 'cancelled'),
  translationReported: (state, { translation, outcome }) =>
    standing(state, translation, outcome === 'unreadable' ? 'unreadable' : 'reported'),
  translationReviewed: (state, { translation }) => standing(state, translation, 'reviewed'),
  qualifiedTranslationRequested: ({ qualifiedTranslations }, { request, translation, dueOn }, { actor }) => ({
    qualifiedTranslations: [
      ...qualifiedTranslations,
      { id: request, translation, dueOn, requestedBy: actor, status: 'requested', file: null },
    ],
  }),
  qualifiedTranslationRecorded: ({ qualifiedTranslations }, { request, file }) => ({
    qualifiedTranslations: changed(qualifiedTranslations, request, { status: 'returned', file }),
  }),
  qualifiedTranslationWithdrawn: ({ qualifiedTranslations }, { request }) => ({
    qualifiedTranslations: changed(qualifiedTranslations, request, { status: 'withdrawn' }),
  }),
  packageSubmitted: (_, { version }, { actor }) => ({
    package: { version, author: actor, signedOffBy: null, recalled: false },
  }),
  packageSignedOff: (state, _, { actor }) => ({ package: state.package && { ...state.package, signedOffBy: actor } }),
  packageRecalled: (state) => ({ package: state.package && { ...state.package, signedOffBy: null, recalled: true } }),
  productAdded: ({ products }, { product }) => ({
    products: [...products.filter((one) => one.product !== product), { product, status: 'chosen' }],
  }),
  productTaskSet: ({ tasks }, { task, product, person, dueOn }) => ({
    tasks: [...tasks, { id: task, product, person, dueOn, status: 'open' }],
  }),
  productTaskCompleted: ({ tasks }, { task }) => ({ tasks: changed(tasks, task, { status: 'done' }) }),
};

const standing = (
  { translations }: OperationState,
  id: string,
  status: TranslationStatus,
): Partial<OperationState> => ({ translations: changed(translations, id, { status }) });

function settleProduct(
  { products }: OperationState,
  product: string,
  settled: Partial<OperationState['products'][number]>,
): Partial<OperationState> {
  return { products: products.map((one) => (one.product === product ? { ...one, ...settled } : one)) };
}
