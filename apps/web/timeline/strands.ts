import type { OperationView } from '../../api/operations/operation.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { namesOf, spoken } from '../operations/names';
import { codeText } from '../words/codes';
import type { Choices } from './kinds';

/** What the things are that an event gives a name to, by its type, in the order in which they are offered. */
const GROUPS: Readonly<Record<string, string>> = {
  entityAdded: 'Phones, places, vehicles and other things',
  entitiesLinked: 'Links between them',
  operationLinked: 'Other operations',
  intelligenceReported: 'Intelligence reports',
  reportDisseminated: 'Disseminations',
  authorisationApplied: 'Authorisations',
  productTaskSet: 'Tasks',
  translationRequested: 'Translations',
  qualifiedTranslationRequested: 'Qualified translations',
  europolMessageRecorded: 'Europol messages',
  europolRequestMade: 'Europol requests',
  enforcementPlanSigned: 'Premises',
  warrantApplied: 'Warrants',
  mediaInvestigatorAsked: 'Digital media investigators',
  exhibitSeized: 'Exhibits',
  disclosureItemListed: 'Unused material',
  orderApplied: 'Orders',
  targetAdopted: 'Targets',
  fileAttached: 'Files',
  accessGranted: 'People let in',
  accessChallenged: 'Glass broken',
};

type Named = Pick<ShownEvent, 'type' | 'payload'>;

/**
 * What the events of an operation can be about: its people first, then everything else that has an identifier of its own.
 *
 * @param events those by which things get their names
 */
export function strandsOf(events: readonly Named[], operation: OperationView): readonly Choices[] {
  const people = operation.subjects.map(({ id, name, roles }) => ({
    value: id,
    text: `${spoken(name) || 'Somebody'} (${id}), ${roles.map((role) => codeText(role).toLowerCase()).join(', ')}`,
  }));
  const products = operation.products.map(({ product }) => ({ value: product, text: codeText(product) }));
  const others = Object.entries(GROUPS).map(([type, label]) => ({
    label,
    items: Object.entries(namesOf(events.filter((event) => event.type === type))).map(([value, name]) => ({
      value,
      text: `${name} (${value})`,
    })),
  }));
  return [{ label: 'Subjects', items: people }, { label: 'Products', items: products }, ...others].filter(
    ({ items }) => items.length > 0,
  );
}
