import { standingScores } from './areas/assessment/scores';
import { CLOSING_ITEMS } from './codes';
import { isSurrenderGranted } from './areas/europol/state';
import type { OperationState } from './state';

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
const standing = (all: readonly { readonly id: string; readonly status: string }[], ...statuses: readonly string[]) =>
  all.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);
const notRemoved = (all: readonly { readonly id: string; readonly removed: boolean }[]) =>
  ids(all.filter(({ removed }) => !removed));

const unconfirmed = (state: OperationState) => standingScores(state).filter(({ confirmedBy }) => confirmedBy === null);

/**
 * What there is to choose from where a command names something that the operation holds. Whatever is not offered is
 * refused by every command that names it so; whatever is offered is accepted by one of them.
 */
export const CHOICES = {
  subjects: ({ subjects }: OperationState) => ids(subjects),
  suspects: ({ subjects }: OperationState) =>
    ids(subjects.filter(({ suspect }) => suspect && !['reclassified', 'died'].includes(suspect.status))),
  victims: ({ victims }: OperationState) => ids(victims),
  'potential-victims': ({ subjects }: OperationState) =>
    ids(subjects.filter(({ roles }) => roles.includes('potential-victim'))),
  entities: ({ subjects, entities }: OperationState) => [...ids(subjects), ...ids(entities)],
  'entity-links': ({ entityLinks }: OperationState) => notRemoved(entityLinks),
  'operation-links': ({ links }: OperationState) => notRemoved(links),
  products: ({ products }: OperationState) =>
    products.filter(({ status }) => status === 'chosen').map(({ product }) => product),
  tasks: ({ tasks }: OperationState) => standing(tasks, 'open'),
  reports: ({ reports }: OperationState) => ids(reports),
  disseminations: ({ disseminations }: OperationState) => standing(disseminations, 'sent'),
  authorisations: ({ authorisations }: OperationState) => standing(authorisations, 'applied', 'granted'),
  messages: ({ liaison }: OperationState) => ids(liaison.messages),
  'europol-requests': ({ europolRequests }: OperationState) => standing(europolRequests, 'made'),
  'surrender-countries': ({ europolRequests }: OperationState) => [
    ...new Set(europolRequests.filter(isSurrenderGranted).map(({ country }) => country)),
  ],
  premises: ({ plan }: OperationState) => plan?.premises ?? [],
  translations: ({ translations }: OperationState) =>
    standing(
      translations.filter(({ file }) => file !== undefined),
      'requested',
      'confirmed',
      'paused',
      'reported',
    ),
  'reported-translations': ({ translations }: OperationState) => standing(translations, 'reported', 'reviewed'),
  'qualified-translations': ({ qualifiedTranslations }: OperationState) => standing(qualifiedTranslations, 'requested'),
  warrants: ({ warrants }: OperationState) => standing(warrants, 'applied', 'granted', 'executed'),
  'media-requests': ({ mediaRequests }: OperationState) => standing(mediaRequests, 'asked', 'assigned'),
  exhibits: ({ exhibits }: OperationState) => standing(exhibits, 'held'),
  'disclosure-items': ({ disclosure }: OperationState) => ids(disclosure),
  files: ({ files }: OperationState) => standing(files, 'kept'),
  grants: ({ grants }: OperationState) => ids(grants.filter(({ revoked }) => !revoked)),
  'excluded-people': ({ excluded }: OperationState) => excluded,
  'file-matters': ({ subjects, entities, exhibits, reports, products }: OperationState): readonly string[] => [
    ...[subjects, entities, exhibits, reports].flatMap(ids),
    ...products.map(({ product }) => product),
  ],
  targets: ({ targets }: OperationState) => ids(targets),
  orders: ({ orders }: OperationState) => standing(orders, 'applied', 'interim', 'full'),
  'closing-items': () => [...CLOSING_ITEMS],
  'unconfirmed-scores': (state: OperationState) => ids(unconfirmed(state)),
  'recorded-risk': (state: OperationState) => [...new Set(unconfirmed(state).map(({ assessment }) => assessment.risk))],
} as const satisfies Record<string, (state: OperationState) => readonly (string | number)[]>;

export type Choice = keyof typeof CHOICES;
