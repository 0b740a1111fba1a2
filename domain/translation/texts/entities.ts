import {
  ENTITY_KINDS,
  type Entity,
  type EntityKind,
  type EntityOptions,
  type Finder,
  type Found,
  type Sight,
} from './entity';
import { fold } from './fold';
import { accounts } from './entities/accounts';
import { dates, weekdays } from './entities/dates';
import { documents, personalNumbers } from './entities/documents';
import { flights } from './entities/flights';
import { links } from './entities/links';
import { money } from './entities/money';
import { phones } from './entities/phones';
import { places } from './entities/places';
import { plates } from './entities/plates';
import { postcodes } from './entities/postcodes';
import { times } from './entities/times';

export { ENTITY_KINDS, type Entity, type EntityKind, type EntityOptions };

/** The more specific first: what one has found is covered for those after it. */
const FINDERS: readonly Finder[] = [
  links,
  accounts,
  plates,
  flights,
  postcodes,
  documents,
  money,
  dates,
  times,
  phones,
  personalNumbers,
  places,
  weekdays,
];

/** Stands for what was found: no letter, digit, space or sign that any pattern knows. */
const COVER = '\u001a';

/**
 * What in a text means the same in every language, in the order of the text; nothing overlaps. An ordinary word is no place and a sum no
 * telephone: what is not sure is left out.
 */
export function entitiesIn(text: string, options: EntityOptions): readonly Entity[] {
  const composed = text.normalize('NFC');
  const places = composed === text ? undefined : placesOf(text, composed);
  if (places === undefined) return found(text, options).map((one) => withWritten(one, text));
  return found(composed, options).map(({ kind, start, end, value }) =>
    withWritten({ kind, start: places[start] as number, end: places[end] as number, value }, text),
  );
}

function found(text: string, options: EntityOptions): readonly Found[] {
  let sight: Sight = {
    text,
    folded: fold(text),
    hasDigits: /\d/.test(text),
    isShouted: text === text.toUpperCase(),
    options,
  };
  const all: Found[] = [];
  for (const finder of FINDERS) {
    const taken = apart(finder(sight));
    if (taken.length === 0) continue;
    all.push(...taken);
    sight = { ...sight, text: covered(sight.text, taken), folded: covered(sight.folded, taken) };
  }
  return all.sort((one, other) => one.start - other.start);
}

/** Of those that overlap the first, and of those that begin together the longest. */
function apart(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const sorted = [...found].sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return sorted.filter((one) => {
    const isFree = one.start >= end;
    if (isFree) end = one.end;
    return isFree;
  });
}

function covered(text: string, taken: readonly Found[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of taken) {
    rest += text.slice(from, start) + COVER.repeat(end - start);
    from = end;
  }
  return rest + text.slice(from);
}

function withWritten({ kind, start, end, value }: Found, text: string): Entity {
  return { kind, start, end, written: text.slice(start, end), value };
}

/** Where each code unit of the composed text begins in the text; undefined where the two cannot be laid beside each other. */
function placesOf(text: string, composed: string): readonly number[] | undefined {
  const places: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu))
    for (let unit = cluster.normalize('NFC').length; unit > 0; unit -= 1) places.push(index);
  if (places.length !== composed.length) return undefined;
  places.push(text.length);
  return places;
}
