import { dateOf } from './dates';
import type { Field, Mapping } from './mapping.schema';
import { offenceOf } from './offences.v1';
import type { ForceRecord, RecordKind, RecordRole, Sex } from './record';

/** Why a row is not taken in. */
export interface Rejection {
  /** Header of the column, where it is about one. */
  readonly column?: string | undefined;
  readonly reason: string;
}
export type ReadRow = (cells: readonly string[]) => ForceRecord | Rejection;

export const isRejection = (read: ForceRecord | Rejection): read is Rejection => 'reason' in read;

/** Longest cell that is kept, in characters. [P] */
export const CELL_LIMIT = 1_000;
/** Nobody in a force's records is born before, and no record is older. [P] */
const EARLIEST = '1900-01-01';
/** What forces write where they do not know, in lower case; longer words are none of these. */
export const UNKNOWN_WORDS: readonly string[] = [
  ...['unknown', 'not known', 'nk', 'n/k', 'na', 'n/a', 'nil', 'none', 'null', '00000000', '00/00/0000', '01/01/1900'],
  ...Array.from({ length: 10 }, (_, nth) => '-'.repeat(nth + 1)),
];
const UNKNOWN = new RegExp(`^(${UNKNOWN_WORDS.join('|')})$`, 'i');
const UNKNOWN_LENGTH = Math.max(...UNKNOWN_WORDS.map(({ length }) => length));
const UNKNOWN_BEGINS = new Set(UNKNOWN_WORDS.flatMap(([first = '']) => [first, first.toUpperCase()]));
/** Different dates that are remembered: those of a century. */
const REMEMBERED = 40_000;

/**
 * Reads rows by a mapping: one function for a whole file, since what it has read of dates and offences it remembers.
 *
 * @param header the columns of the file
 * @param today no record is of a later day, `YYYY-MM-DD`
 * @throws RangeError naming the columns of the mapping that the file does not have
 */
export function rowReader(mapping: Mapping, header: readonly string[], today: string): ReadRow {
  const at = placesOf(mapping, header);
  const words = wordReaders(mapping);
  const dateIn = remembering(words.date);
  const offenceIn = remembering(words.offence);
  const refuse = (field: Field, reason: string): Rejection => ({ column: mapping.columns[field], reason });
  const noMeaning = (field: 'kind' | 'role', word = ''): Rejection =>
    refuse(field, `The mapping does not say what “${word}” means.`);
  const noDate = (field: 'occurred' | 'birth', written = ''): Rejection =>
    refuse(field, `“${written}” is no date of the form ${mapping.dates}.`);

  return (cells) => {
    if (cells.length !== header.length)
      return { reason: `It has ${cells.length} cells, and the header has ${header.length}.` };
    for (let nth = 0; nth < cells.length; nth++)
      if ((cells[nth] as string).length > CELL_LIMIT)
        return { column: header[nth], reason: `The cell is longer than ${CELL_LIMIT} characters.` };
    const reference = cellAt(cells, at.reference);
    if (reference === undefined) return refuse('reference', 'The reference is missing.');
    const kindWord = cellAt(cells, at.kind);
    const kind = words.kind(kindWord);
    if (kind === undefined) return noMeaning('kind', kindWord);
    const roleWord = cellAt(cells, at.role);
    const role = words.role(roleWord);
    if (role === undefined) return noMeaning('role', roleWord);
    const occurredWritten = cellAt(cells, at.occurred);
    const occurred = occurredWritten === undefined ? undefined : dateIn(occurredWritten);
    if (occurred === undefined) return noDate('occurred', occurredWritten);
    if (occurred > today) return refuse('occurred', `${occurredWritten} has not come yet.`);
    const birthWritten = cellAt(cells, at.birth);
    const birth = birthWritten === undefined ? undefined : dateIn(birthWritten);
    if (birthWritten !== undefined && birth === undefined) return noDate('birth', birthWritten);
    if (birth !== undefined && birth > occurred)
      return refuse('birth', `The person is born on ${birthWritten}, after the event.`);
    const name = cellAt(cells, at.name);
    const [given, surname] =
      name === undefined ? [cellAt(cells, at.given), cellAt(cells, at.surname)] : parted(name, mapping.nameOrder);
    const offenceWritten = cellAt(cells, at.offence);
    const offence = offenceWritten === undefined ? undefined : offenceIn(offenceWritten);
    const sex = cellAt(cells, at.sex);
    return {
      kind,
      reference,
      role,
      given,
      surname,
      birth,
      sex: sex === undefined ? undefined : words.sex(sex),
      ethnicity: cellAt(cells, at.ethnicity),
      postcode: cellAt(cells, at.postcode),
      phone: cellAt(cells, at.phone),
      document: cellAt(cells, at.document),
      occurred,
      offence,
      unknownOffence: offence === undefined ? offenceWritten : undefined,
      place: cellAt(cells, at.place),
      team: cellAt(cells, at.team),
      markers: cellAt(cells, at.markers),
    };
  };
}

/** What a mapping says of the words of a cell. */
export interface WordReaders {
  /** Of a cell that says nothing, what all of them are. */
  readonly kind: (word: string | undefined) => RecordKind | undefined;
  readonly role: (word: string | undefined) => RecordRole | undefined;
  readonly sex: (word: string) => Sex | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: (written: string) => string | undefined;
  /** Its code. */
  readonly offence: (written: string) => string | undefined;
}

export const wordReaders = ({ kinds, roles, sexes, always, dates }: Mapping): WordReaders => ({
  kind: (word) => (word === undefined ? always.kind : meaningIn(kinds, word)),
  role: (word) => (word === undefined ? always.role : meaningIn(roles, word)),
  sex: (word) => meaningIn(sexes, word),
  date: (written) => {
    const date = dateOf(written, dates);
    return date === undefined || date < EARLIEST ? undefined : date;
  },
  offence: (written) => offenceOf(written)?.code,
});

function meaningIn<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** What is written in a cell, nothing where it is blank or says that it is not known. */
export function cellOf(written: string): string | undefined {
  if (written === '') return undefined;
  const cell = isBare(written) ? written : written.trim();
  if (cell === '') return undefined;
  const isUnknown = cell.length <= UNKNOWN_LENGTH && UNKNOWN_BEGINS.has(cell[0] as string) && UNKNOWN.test(cell);
  return isUnknown ? undefined : cell;
}

const cellAt = (cells: readonly string[], place: number | undefined) =>
  place === undefined ? undefined : cellOf(cells[place] as string);

/** Trimming costs more than seeing that there is nothing to trim. */
const isBare = (written: string) => isInk(written.charCodeAt(0)) && isInk(written.charCodeAt(written.length - 1));
const isInk = (code: number) => code > 32 && code < 127;

/**
 * Which column holds each field.
 *
 * @throws RangeError naming the columns of the mapping that the file does not have
 */
export function placesOf({ columns }: Mapping, header: readonly string[]): Partial<Record<Field, number>> {
  const missing = Object.values(columns)
    .filter((title) => title !== undefined && !header.includes(title))
    .sort();
  if (missing.length > 0)
    throw new RangeError(`The file has no column ${missing.map((title) => `“${title}”`).join(', ')}.`);
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, title]) => (title === undefined ? [] : [[field, header.indexOf(title)]])),
  );
}

/** Given names and surname of a whole name: it is parted at its comma, or else at its last word, or first, by the force's order. */
function parted(
  name: string,
  order: Mapping['nameOrder'],
): readonly [given: string | undefined, surname: string | undefined] {
  const comma = name.indexOf(',');
  if (comma >= 0) return [name.slice(comma + 1).trim() || undefined, name.slice(0, comma).trim() || undefined];
  const words = name.split(/\s+/);
  if (words.length === 1) return [undefined, name];
  return order === 'surname-first'
    ? [words.slice(1).join(' '), words[0]]
    : [words.slice(0, -1).join(' '), words.at(-1)];
}

/** Rows are mostly in some order: what was read last often comes again. */
function remembering<T>(read: (written: string) => T): (written: string) => T {
  const known = new Map<string, T>();
  let last: string | undefined;
  let lastValue: T;
  return (written) => {
    if (written === last) return lastValue;
    last = written;
    const before = known.get(written);
    if (before !== undefined || known.has(written)) return (lastValue = before as T);
    lastValue = read(written);
    if (known.size < REMEMBERED) known.set(written, lastValue);
    return lastValue;
  };
}
