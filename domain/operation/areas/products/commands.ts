import { blocked, type Blocked, type Decide } from '../../decide';
import { event, type DecidedEvent } from '../../events';
import type { ProductKind, TranslationStatus } from '../../codes';
import type { OperationState } from '../../state';
import { about, nextId } from '../entities';

/** Records that a chosen intelligence product is done, and which translated phone it rests on where it rests on one. */
export const completeProduct: Decide<'completeProduct'> = ({ state, body }) => {
  const completed = () => [event('productCompleted', body)];
  return (
    notOutstanding(state, body.product) ??
    tasksOpen(state, body.product) ??
    (body.translation === undefined ? completed() : ofReported(state, body.translation, completed))
  );
};

/** Of a translation that has been reported: what rests on it can be told. */
const ofReported = ({ translations }: OperationState, id: string, events: () => readonly DecidedEvent[]) =>
  about(translations, id, 'translation', ['reported', 'reviewed'], events);

/** Withdraws a chosen product, with its reason. */
export const withdrawProduct: Decide<'withdrawProduct'> = ({ state, body }) =>
  notOutstanding(state, body.product) ?? [event('productWithdrawn', body)];

function notOutstanding(state: OperationState, product: ProductKind): Blocked | undefined {
  const found = state.products.find((chosen) => chosen.product === product);
  if (!found) return blocked('product-not-chosen', `The ${product} product was not chosen: choose it first.`);
  if (found.status !== 'chosen')
    return blocked('product-settled', `The ${product} product is ${found.status} already.`);
  return undefined;
}

function tasksOpen(state: OperationState, product: ProductKind): Blocked | undefined {
  const open = state.tasks.filter((task) => task.product === product && task.status === 'open').map(({ id }) => id);
  if (open.length === 0) return undefined;
  const sentence = `Tasks of the ${product} product are open: complete ${open.join(', ')} first.`;
  return { blockers: [{ kind: 'act', code: 'tasks-open', sentence, missing: open }] };
}

/** Chooses one more product, or one that was settled once more. */
export const addProduct: Decide<'addProduct'> = ({ state, body }) =>
  state.products.some(({ product, status }) => product === body.product && status === 'chosen')
    ? blocked('product-chosen', `The ${body.product} product is being worked on already.`)
    : [event('productAdded', body)];

/** Gives somebody a part of a product to do, by a day. */
export const setProductTask: Decide<'setProductTask'> = ({ state, body }) =>
  notOutstanding(state, body.product) ?? [event('productTaskSet', { task: nextId('T', state.tasks), ...body })];

/** Records what came of a task. */
export const completeProductTask: Decide<'completeProductTask'> = ({ state, body }) =>
  about(state.tasks, body.task, 'task', ['open'], () => [event('productTaskCompleted', body)]);

/** Asks for a phone extract to be translated; the translation workflow reports back by command. */
export const requestTranslation: Decide<'requestTranslation'> = ({ state, body }) => {
  const requested = () => [
    event('translationRequested', { translation: `${state.reference}.T${state.translations.length + 1}`, ...body }),
  ];
  return body.file === undefined ? requested() : about(state.files, body.file, 'file', ['kept'], requested);
};

/** A person says how the file of an extract is read, and who may be sent its messages. */
export const confirmExtract: Decide<'confirmExtract'> = ({ state, body }) =>
  ofFile(state, body.translation, ['requested'], () => [event('extractConfirmed', body)]);

export const pauseTranslation: Decide<'pauseTranslation'> = ({ state, body }) =>
  ofFile(state, body.translation, ['confirmed'], () => [event('translationPaused', body)]);

/** Also where Waymark itself waits, as for a provider that refused. */
export const resumeTranslation: Decide<'resumeTranslation'> = ({ state, body }) =>
  ofFile(state, body.translation, ['paused', 'confirmed'], () => [event('translationResumed', body)]);

export const cancelTranslation: Decide<'cancelTranslation'> = ({ state, body }) =>
  ofFile(state, body.translation, ['requested', 'confirmed', 'paused'], () => [event('translationCancelled', body)]);

/** A person has looked through the product: only then is it more than what machines made of it. */
export const reviewTranslation: Decide<'reviewTranslation'> = ({ state, body }) =>
  ofFile(state, body.translation, ['reported'], () => [event('translationReviewed', body)]);

/**
 * Asks a qualified translator for what goes to court: what a machine made of it is intelligence. It is tracked until it is back, or no longer
 * wanted.
 */
export const requestQualifiedTranslation: Decide<'requestQualifiedTranslation'> = ({ state, body }) =>
  ofReported(state, body.translation, () => [
    event('qualifiedTranslationRequested', { request: nextId('C', state.qualifiedTranslations), ...body }),
  ]);

/** Records what the translator sent, with their statement that it is true (Criminal Justice Act 1967 s. 9). */
export const recordQualifiedTranslation: Decide<'recordQualifiedTranslation'> = ({ state, body }) =>
  about(state.qualifiedTranslations, body.request, 'request to a translator', ['requested'], () =>
    about(state.files, body.file, 'file', ['kept'], () => [event('qualifiedTranslationRecorded', body)]),
  );

/** Withdraws a request to a translator, with the reason. */
export const withdrawQualifiedTranslation: Decide<'withdrawQualifiedTranslation'> = ({ state, body }) =>
  about(state.qualifiedTranslations, body.request, 'request to a translator', ['requested'], () => [
    event('qualifiedTranslationWithdrawn', body),
  ]);

/** The translation workflow's report. */
export const reportTranslation: Decide<'reportTranslation'> = ({ state, body }) =>
  state.translations.some(({ id, status }) => id === body.translation && AWAITED.has(status))
    ? [event('translationReported', body)]
    : blocked('translation-not-awaited', 'No translation of this identifier is awaited.');

const AWAITED: ReadonlySet<TranslationStatus> = new Set(['requested', 'confirmed', 'paused']);

/** What is done by Waymark has a file; what a qualified translator was asked for has none. */
const ofFile = (
  { translations }: OperationState,
  id: string,
  from: readonly TranslationStatus[],
  events: () => readonly DecidedEvent[],
) =>
  about(
    translations.filter(({ file }) => file !== undefined),
    id,
    'translation of a file',
    from,
    events,
  );

/** Puts an intelligence package, in its next version, forward for sign-off. */
export const submitPackage: Decide<'submitPackage'> = ({ state, body }) => [
  event('packageSubmitted', { version: (state.package?.version ?? 0) + 1, summary: body.summary }),
];

/** Signs the package off, each version once: never by its author. */
export const signOffPackage: Decide<'signOffPackage'> = ({ state, actor }) => {
  if (!state.package) return blocked('no-package', 'There is no package to sign off: submit one first.');
  if (state.package.recalled)
    return blocked('package-recalled', `Version ${state.package.version} was recalled: submit the next one.`);
  if (state.package.signedOffBy !== null)
    return blocked('already-signed-off', `Version ${state.package.version} of the package is signed off already.`);
  if (state.package.author === actor.id)
    return blocked('own-package', 'A package is signed off by someone other than its author.');
  return [event('packageSignedOff', { version: state.package.version })];
};

/** Recalls a package that was signed off, with the reason; a new sign-off is needed before moving on. */
export const recallPackage: Decide<'recallPackage'> = ({ state, body }) =>
  state.package?.signedOffBy
    ? [event('packageRecalled', { version: state.package.version, ...body })]
    : blocked('not-signed-off', 'There is no signed-off package to recall.');
