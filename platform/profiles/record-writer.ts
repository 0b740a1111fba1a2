import type { Field, Mapping } from '../../domain/profiles/mapping.schema';
import { CELL_LIMIT, cellOf, placesOf } from '../../domain/profiles/read-row';
import type { CellFinder } from './cell-finder';
import { beginOf, endOf, INK, mayBeUnknown } from './edges';
import type { Lines } from './lines';
import { nameParts } from './name-parts';
import { rankOf, wordAnswers, type WordAnswers } from './word-answers';

/** Fields that are written as they stand, and the place of each in what is found of them: where it begins and where it ends. */
const COPIED = [
  ...['reference', 'given', 'surname', 'name', 'ethnicity', 'postcode', 'phone', 'document', 'place', 'team'],
  'markers',
] as readonly Field[];
const [REFERENCE, GIVEN, SURNAME, NAME, ETHNICITY, POSTCODE, PHONE, DOCUMENT, PLACE, TEAM, MARKERS] = [
  0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20,
] as const;
/** Bytes of a line besides those of its cells: numbers, answers, tabs and NULLs. */
const BESIDES = 1_000;
const [SPACE, TAB, LF, BACKSLASH, CAPITAL_N, CAPITAL_T, ZERO] = [32, 9, 10, 92, 78, 84, 48] as const;

/**
 * Writes records from the bytes of their cells, all those in which there is nothing to doubt. What `rowReader` and `recordLine` write
 * is the rule: this writes the same or nothing.
 */
export class RecordWriter {
  private readonly words: WordAnswers;
  /** Where the finder has the cells of {@link COPIED}, and those of the others. */
  private readonly copied: Int32Array;
  private readonly at: Readonly<Record<'kind' | 'role' | 'birth' | 'sex' | 'occurred' | 'offence', number>>;
  /** Slots of the record before. */
  private readonly before = { kind: -1, role: -1, sex: -1, offence: -1, occurred: -1, birth: -1 };
  private readonly today: number;
  private readonly beginning: Buffer;
  private readonly spans = new Int32Array(2 * COPIED.length);

  constructor(
    importNth: number,
    private readonly mapping: Mapping,
    private readonly header: readonly string[],
    today: string,
    private readonly lines: Lines,
  ) {
    const places = placesOf(mapping, header);
    const of = (field: Field) => 2 * ((places[field] ?? -1) + 1);
    this.copied = Int32Array.from(COPIED, of);
    this.at = {
      ...{ kind: of('kind'), role: of('role'), birth: of('birth') },
      ...{ sex: of('sex'), occurred: of('occurred'), offence: of('offence') },
    };
    this.today = rankOf(today);
    this.beginning = Buffer.from(`${importNth}\t`);
    this.words = wordAnswers(mapping);
  }

  /**
   * @param bytes that the finder has found a record in
   * @param from where it begins
   * @returns whether it was written
   */
  write(bytes: Buffer, from: number, finder: CellFinder, line: number): boolean {
    if (finder.cells !== this.header.length || finder.hasNul) return false;
    if (finder.end - from > CELL_LIMIT && finder.hasCellOver(CELL_LIMIT)) return false;
    const { places } = finder;
    const { at, before } = this;
    const { kinds, roles, sexes, offences, dates } = this.words;
    const kind = kinds.find(bytes, places[at.kind] as number, places[at.kind + 1] as number, before.kind);
    const role = roles.find(bytes, places[at.role] as number, places[at.role + 1] as number, before.role);
    const sex = sexes.find(bytes, places[at.sex] as number, places[at.sex + 1] as number, before.sex);
    const offence = offences.find(
      bytes,
      places[at.offence] as number,
      places[at.offence + 1] as number,
      before.offence,
    );
    const occurred = this.date(
      bytes,
      places[at.occurred] as number,
      places[at.occurred + 1] as number,
      before.occurred,
    );
    const birth = this.date(bytes, places[at.birth] as number, places[at.birth + 1] as number, before.birth);
    if (kind < 0 || role < 0 || sex < 0 || offence < 0 || occurred < 0 || birth < 0) return false;
    const day = dates.rank(occurred);
    if (day === 0 || day > this.today || dates.rank(birth) > day) return false;
    const length = this.findCopied(bytes, places);
    if (length < 0) return false;

    before.kind = kind;
    before.role = role;
    before.sex = sex;
    before.offence = offence;
    before.occurred = occurred;
    before.birth = birth;
    const { lines, spans, beginning } = this;
    lines.reserve(length + BESIDES);
    const to = lines.bytes;
    let end = lines.length;
    for (let nth = 0; nth < beginning.length; nth++) to[end++] = beginning[nth] as number;
    end = writeNumber(line, to, end);
    to[end++] = TAB;
    end = kinds.copy(kind, to, end);
    end = copyCell(bytes, spans, REFERENCE, to, end);
    to[end++] = TAB;
    end = roles.copy(role, to, end);
    end = copyCell(bytes, spans, GIVEN, to, end);
    end = copyCell(bytes, spans, SURNAME, to, end);
    to[end++] = TAB;
    end = dates.copy(birth, to, end);
    to[end++] = TAB;
    end = sexes.copy(sex, to, end);
    end = copyCell(bytes, spans, ETHNICITY, to, end);
    end = copyCell(bytes, spans, POSTCODE, to, end);
    end = copyCell(bytes, spans, PHONE, to, end);
    end = copyCell(bytes, spans, DOCUMENT, to, end);
    to[end++] = TAB;
    end = dates.copy(occurred, to, end);
    to[end++] = TAB;
    end = offences.copy(offence, to, end);
    end = copyCell(bytes, spans, PLACE, to, end);
    end = copyCell(bytes, spans, TEAM, to, end);
    end = copyCell(bytes, spans, MARKERS, to, end);
    to[end++] = LF;
    lines.length = end;
    lines.count += 1;
    return true;
  }

  /** Of a time of day that follows a date only the date is looked up: there are fewer of them. */
  private date(bytes: Buffer, start: number, end: number, before: number): number {
    const after = start + this.mapping.dates.length;
    if (after >= end || (bytes[after] !== SPACE && bytes[after] !== CAPITAL_T))
      return this.words.dates.find(bytes, start, end, before);
    const slot = this.words.dates.find(bytes, start, after, before);
    return slot >= 0 && this.words.dates.rank(slot) > 0 ? slot : -1;
  }

  /** @returns how many bytes they have in all, since fields may share a column; -1 where one of them is not sure */
  private findCopied(bytes: Buffer, places: Int32Array): number {
    const { copied, spans } = this;
    let length = 0;
    for (let nth = 0; nth < copied.length; nth++) {
      const place = copied[nth] as number;
      let start = places[place] as number;
      let end = places[place + 1] as number;
      if (end < start) return -1;
      if (start < end) {
        if ((INK[bytes[start] as number] as number) + (INK[bytes[end - 1] as number] as number) < 2) {
          start = beginOf(bytes, start, end);
          if (start < 0) return -1;
          end = endOf(bytes, start, end);
          if (end < 0) return -1;
        }
        if (mayBeUnknown(bytes, start, end) && cellOf(bytes.toString('utf8', start, end)) === undefined) end = start;
      }
      spans[2 * nth] = start;
      spans[2 * nth + 1] = end;
      length += end - start;
    }
    if (spans[REFERENCE] === spans[REFERENCE + 1]) return -1;
    const isParted =
      spans[NAME] === spans[NAME + 1] || nameParts(bytes, spans, NAME, GIVEN, SURNAME, this.mapping.nameOrder);
    return isParted ? length : -1;
  }
}

/** A tab and the cell after it, or NULL where it is empty. @returns where they end */
function copyCell(from: Buffer, spans: Int32Array, span: number, to: Buffer, at: number): number {
  const start = spans[span] as number;
  const end = spans[span + 1] as number;
  to[at++] = TAB;
  if (start === end) {
    to[at++] = BACKSLASH;
    to[at++] = CAPITAL_N;
  } else for (let nth = start; nth < end; nth++) to[at++] = from[nth] as number;
  return at;
}

/** @returns where it ends */
function writeNumber(value: number, to: Buffer, at: number): number {
  let digits = 1;
  for (let ten = 10; ten <= value; ten *= 10) digits += 1;
  let rest = value;
  for (let nth = at + digits - 1; nth >= at; nth--) {
    const tenth = Math.floor(rest / 10);
    to[nth] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  return at + digits;
}
