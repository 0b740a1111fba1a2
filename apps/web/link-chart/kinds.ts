import { marksOf, type MarkKind } from '../../../domain/deconfliction/marks';
import type { ENTITY_KINDS, EXHIBIT_KINDS, IDENTIFIER_KINDS } from '../../../domain/operation/codes';
import { entitiesIn, type EntityKind } from '../../../domain/translation/texts/entities';
import type { NodeKind } from './chart';

type Identifier = (typeof IDENTIFIER_KINDS)[number];

/** What an identifier of a subject is drawn as; a date of birth is said of the person and is nothing of its own. */
export const IDENTIFIER_NODES: Readonly<Record<Identifier, NodeKind | null>> = {
  phone: 'phone',
  email: 'account',
  account: 'account',
  document: 'thing',
  'vehicle-mark': 'vehicle',
  'bank-account': 'money',
  address: 'place',
  'date-of-birth': null,
  other: 'thing',
};

/** What a person has to do with an identifier of theirs. */
export const IDENTIFIER_SAYS: Readonly<Record<Identifier, string>> = {
  phone: 'uses',
  email: 'uses',
  account: 'uses',
  document: 'has',
  'vehicle-mark': 'uses',
  'bank-account': 'uses',
  address: 'is known at',
  'date-of-birth': 'was born on',
  other: 'has',
};

export const EXHIBIT_NODES: Readonly<Record<(typeof EXHIBIT_KINDS)[number], NodeKind>> = {
  device: 'phone',
  cash: 'money',
  document: 'thing',
  clothing: 'thing',
  drugs: 'thing',
  weapon: 'thing',
  other: 'thing',
};

const BY_FOUND: Partial<Readonly<Record<EntityKind, NodeKind>>> = {
  plate: 'vehicle',
  flight: 'flight',
  'bank-account': 'money',
  phone: 'phone',
  email: 'account',
  url: 'account',
  money: 'money',
};

/** Words by which people say what an object or event is. */
const BY_WORD: readonly (readonly [NodeKind, RegExp])[] = [
  ['vehicle', /\b(?:cars?|vans?|vehicles?|lorr(?:y|ies)|motorcycles?|minibus(?:es)?|taxis?)\b/i],
  ['flight', /\bflights?\b/i],
  ['phone', /\b(?:phones?|handsets?|sim(?: cards?)?|mobiles?)\b/i],
  ['money', /\b(?:cash|money|payments?|transfers?|bank|wallets?|accounts?)\b/i],
];

/** As numbers without a country are read: here, and where numbers that reach us often come from. */
const COUNTRIES = ['GB', 'RO', 'BG', 'HU', 'PL', 'AL', 'VN'];

/** What an entity is drawn as, and the marks of what its label names. */
export interface DrawnAs {
  readonly kind: NodeKind;
  readonly marks: readonly string[];
}

const MARKED: Partial<Readonly<Record<EntityKind, MarkKind>>> = {
  plate: 'vehicle-mark',
  phone: 'phone',
  'bank-account': 'bank-account',
  email: 'email',
};

/** What an object, location or event is drawn as: by what its label names, then by its words. */
export function drawnAs(kind: (typeof ENTITY_KINDS)[number], label: string): DrawnAs {
  if (kind === 'location') return { kind: 'place', marks: marksOf('address', label) };
  const found = entitiesIn(label, { countries: COUNTRIES });
  const named = (Object.keys(BY_FOUND) as EntityKind[]).find((one) => found.some((entity) => entity.kind === one));
  const meant = (named && BY_FOUND[named]) ?? BY_WORD.find(([, words]) => words.test(label))?.[0];
  if (kind === 'event') return { kind: meant === 'flight' ? 'flight' : 'event', marks: [] };
  const marks = found.flatMap((entity) => {
    const as = MARKED[entity.kind];
    return as === undefined ? [] : marksOf(as, entity.value);
  });
  return { kind: meant ?? 'thing', marks };
}
