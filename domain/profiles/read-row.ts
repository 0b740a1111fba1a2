import { dateOf } from './dates';
import type { Field, Mapping } from './mapping.schema';
import { offenceOf } from './offences.v1';
import type { ForceRecord } from './record';

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
/** What forces write where they do not know. */
const UNKNOWN = /^(unknown|not known|n\/?k|n\/?a|nil|none|null|-+|0{8}|00\/00\/0000|01\/01\/1900)$/i;
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
  const cellOf = (cells: readonly string[], field: Field) => {
    const place = at[field];
    if (place === undefined) return undefined;
    const cell = (cells[place] as string).trim();
    return cell === '' || UNKNOWN.test(cell) ? undefined : cell;
  };
  const dates = remembering((written: string) => dateOf(written, mapping.dates));
  const offences = remembering((written: string) => offenceOf(written)?.code);
  const refuse = (field: Field, reason: string): Rejection => ({ column: mapping.columns[field], reason });
  const meaning = <T>(words: Readonly<Record<string, T>>, word: string | undefined) =>
    word === undefined ? undefined : words[word.toLowerCase()];

  return (cells) => {
    if (cells.length !== header.length)
      return { reason: `It has ${cells.length} cells, and the header has ${header.length}.` };
    if (cells.some((cell) => cell.length > CELL_LIMIT))
      return {
        column: header[cells.findIndex((cell) => cell.length > CELL_LIMIT)],
        reason: `The cell is longer than ${CELL_LIMIT} characters.`,
      };
    if (cells.some((cell) => cell.includes('\0'))) return { reason: 'It has a NUL character.' };
    const reference = cellOf(cells, 'reference');
    if (reference === undefined) return refuse('reference', 'The reference is missing.');
    const kindWord = cellOf(cells, 'kind');
    const kind = meaning(mapping.kinds, kindWord) ?? mapping.always.kind;
    if (kind === undefined) return refuse('kind', `The mapping does not say what “${kindWord ?? ''}” means.`);
    const roleWord = cellOf(cells, 'role');
    const role = meaning(mapping.roles, roleWord) ?? mapping.always.role;
    if (role === undefined) return refuse('role', `The mapping does not say what “${roleWord ?? ''}” means.`);
    const occurredWritten = cellOf(cells, 'occurred');
    const occurred = occurredWritten && dates(occurredWritten);
    if (!occurred) return refuse('occurred', `“${occurredWritten ?? ''}” is no date of the form ${mapping.dates}.`);
    if (occurred > today) return refuse('occurred', `${occurredWritten} has not come yet.`);
    const birthWritten = cellOf(cells, 'birth');
    const birth = birthWritten === undefined ? undefined : dates(birthWritten);
    if (birthWritten !== undefined && birth === undefined)
      return refuse('birth', `“${birthWritten}” is no date of the form ${mapping.dates}.`);
    if (birth !== undefined && birth > occurred)
      return refuse('birth', `The person is born on ${birthWritten}, after the event.`);
    const offenceWritten = cellOf(cells, 'offence');
    return {
      kind,
      reference,
      role,
      ...nameIn(cellOf(cells, 'given'), cellOf(cells, 'surname'), cellOf(cells, 'name'), mapping.nameOrder),
      birth,
      sex: meaning(mapping.sexes, cellOf(cells, 'sex')),
      ethnicity: cellOf(cells, 'ethnicity'),
      postcode: cellOf(cells, 'postcode')?.toUpperCase(),
      phone: cellOf(cells, 'phone'),
      document: cellOf(cells, 'document'),
      occurred,
      offenceWritten,
      offence: offenceWritten === undefined ? undefined : offences(offenceWritten),
      place: cellOf(cells, 'place'),
      team: cellOf(cells, 'team'),
      markers: cellOf(cells, 'markers'),
    };
  };
}

function placesOf({ columns }: Mapping, header: readonly string[]): Partial<Record<Field, number>> {
  const missing = Object.values(columns).filter((title) => title !== undefined && !header.includes(title));
  if (missing.length > 0)
    throw new RangeError(`The file has no column ${missing.map((title) => `“${title}”`).join(', ')}.`);
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, title]) => (title === undefined ? [] : [[field, header.indexOf(title)]])),
  );
}

/** A whole name is parted at its comma, or else at its last word, or first, by the force's order. */
function nameIn(
  given: string | undefined,
  surname: string | undefined,
  name: string | undefined,
  order: Mapping['nameOrder'],
): Pick<ForceRecord, 'given' | 'surname'> {
  if (name === undefined) return { given, surname };
  const comma = name.indexOf(',');
  if (comma >= 0) return { surname: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() || undefined };
  const words = name.split(/\s+/);
  if (words.length === 1) return { surname: name };
  return order === 'surname-first'
    ? { surname: words[0], given: words.slice(1).join(' ') }
    : { surname: words.at(-1), given: words.slice(0, -1).join(' ') };
}

function remembering<T>(read: (written: string) => T): (written: string) => T {
  const known = new Map<string, T>();
  return (written) => {
    const before = known.get(written);
    if (before !== undefined || known.has(written)) return before as T;
    const value = read(written);
    if (known.size < REMEMBERED) known.set(written, value);
    return value;
  };
}
