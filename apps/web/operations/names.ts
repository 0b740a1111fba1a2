import type { OperationView } from '../../api/operations/operation.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import type { ReadText } from '../../api/timeline/event.schema';
import { codeText } from '../words/codes';
import { personText } from '../words/people';

/** What the things of an operation are called, by their identifiers. */
export type Names = Readonly<Record<string, string>>;

type Payload = Readonly<Record<string, unknown>>;
type Naming = (payload: Payload) => readonly (readonly [id: unknown, name: string])[];

const SHORT = 60;

/** A text that was read back, shortened; what is missing is said. */
export function spoken(text: unknown, most = SHORT): string {
  const { text: words, status } = (text ?? {}) as Partial<ReadText>;
  if (words === undefined || words === null)
    return status === 'restricted' ? 'restricted' : status === 'erased' ? 'erased' : '';
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
}

const by =
  (id: string, name: (payload: Payload) => string): Naming =>
  (payload) => [[payload[id], name(payload)]];
const coded = (payload: Payload, field: string) => codeText(String(payload[field] ?? ''), field);

/** The events by which things get their names. A later one of the same thing says what it is called from then on. */
const NAMING: Readonly<Record<string, Naming>> = {
  subjectAdded: by('subject', ({ name }) => spoken(name)),
  entityAdded: by('entity', ({ label }) => spoken(label)),
  entitiesLinked: by(
    'link',
    (payload) => `${String(payload['from'])} ${coded(payload, 'kind').toLowerCase()} ${String(payload['to'])}`,
  ),
  operationLinked: by('link', ({ operation }) => String(operation)),
  intelligenceReported: by('report', ({ content }) => spoken(content)),
  reportDisseminated: ({ dissemination, report, ...payload }) => [
    [`disseminations:${String(dissemination)}`, `${String(report)} to ${coded(payload, 'to')}`],
  ],
  authorisationApplied: by('authorisation', (payload) => coded(payload, 'kind')),
  productTaskSet: ({ task, what }) => [[`tasks:${String(task)}`, spoken(what)]],
  translationRequested: by('translation', ({ extract }) => spoken(extract)),
  qualifiedTranslationRequested: by('request', ({ translator }) => spoken(translator)),
  europolMessageRecorded: by('message', (payload) => `${coded(payload, 'direction')}: ${spoken(payload['content'])}`),
  europolRequestMade: by('request', (payload) => `${coded(payload, 'kind')}, ${coded(payload, 'country')}`),
  enforcementPlanSigned: ({ premises }) =>
    (premises as readonly Payload[]).map((one) => [one['premises'], spoken(one['address'])]),
  warrantApplied: by('warrant', (payload) => `${coded(payload, 'power')}, ${String(payload['premises'])}`),
  mediaInvestigatorAsked: by('request', ({ premises }) => `Media investigator for ${String(premises)}`),
  exhibitSeized: by('exhibit', ({ description }) => spoken(description)),
  disclosureItemListed: by('item', ({ description }) => spoken(description)),
  disclosureItemAmended: by('item', ({ description }) => spoken(description)),
  orderApplied: by('order', (payload) => `${String(payload['kind'])}, ${String(payload['subject'])}`),
  targetAdopted: by('target', (payload) => `${coded(payload, 'kind')}, band ${String(payload['band'])}`),
  fileAttached: by('file', ({ name }) => spoken(name)),
  accessGranted: ({ grant, person }) => [[`grants:${String(grant)}`, personText(String(person))]],
  accessChallenged: ({ grant, person }) => [[`grants:${String(grant)}`, personText(String(person))]],
};
export const NAMING_EVENTS = Object.keys(NAMING);

/**
 * What something is called. Some kinds share the letter of their identifiers with others; names of these begin with the kind.
 *
 * @param kind as commands say what they name (`x-of`): `disseminations`
 */
export const nameOf = (names: Names, id: string, kind: string): string | undefined =>
  names[`${kind}:${id}`] ?? names[id];

/** The names that a timeline gives, and those of the people an operation has now. */
export function namesOf(events: readonly Pick<ShownEvent, 'type' | 'payload'>[], operation?: OperationView): Names {
  const told = events.flatMap(({ type, payload }) => NAMING[type]?.(payload) ?? []);
  const people = (operation?.subjects ?? []).map(({ id, name }) => [id, spoken(name)] as const);
  return Object.fromEntries(
    [...told, ...people].filter(([, name]) => name !== '').map(([id, name]) => [String(id), name]),
  );
}
