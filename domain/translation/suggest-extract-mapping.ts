import type { ExtractField, ExtractMapping } from './extract-mapping.schema';
import { directionReader, headingKey, HEADINGS } from './extract-words';
import { timesOf, type WrittenTimes } from './time-formats';

/** The beginning of an extract, and how it was read. */
export interface ExtractBeginning extends Pick<
  ExtractMapping,
  'format' | 'delimiter' | 'quoted' | 'encoding' | 'sheet' | 'headerRow'
> {
  readonly header: readonly string[];
  /** Some of its rows, each with a cell for each column. */
  readonly rows: readonly (readonly string[])[];
}

/** How an extract is probably read, and what it leaves to a person. */
export interface ExtractSuggestion {
  readonly mapping: ExtractMapping;
  /** What a person has to say, or to look at, before it is used; in sentences. */
  readonly asks: readonly string[];
  /** Columns that are not read. */
  readonly unread: readonly string[];
}

type Columns = Partial<Record<ExtractField, string>>;

const FIELDS = Object.keys(HEADINGS) as ExtractField[];
/** Where nothing says otherwise. */
const HERE = 'Europe/London';
/** Share of the cells of a column that have to look like one thing. [P] */
const MOST = 0.8;
/** Shorter than this on average, texts are words for something. [P] */
const TEXT_LENGTH = 12;
const OWNER = /\(owner\)\s*$/i;
const PHONE = /^(?:\+|00)?\d[\d ()/-]{6,18}(?:@(?:s\.whatsapp\.net|c\.us))?$/;

/**
 * Suggests how an extract is read: its columns by their headings, in English, Hungarian and Romanian, else by what is in them;
 * times by how they are written. It reads nothing for certain that it only guesses: what it guesses, it asks.
 */
export function suggestExtractMapping(extract: ExtractBeginning): ExtractSuggestion {
  const { header, rows } = extract;
  const cells = cellsOf(header, rows);
  const columns = namedColumns(header, cells);
  const guessed = guessColumns(header, cells, columns);
  const times = timesIn(columns, cells);
  const owner = ownerIn(columns, cells);
  const { format, delimiter, quoted, encoding, sheet, headerRow } = extract;
  return {
    mapping: {
      format,
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(owner === undefined ? {} : { owner }),
      quoted,
      headerRow,
      columns,
      timeFormat: times?.format ?? 'iso',
      timeZone: times?.zone ?? HERE,
    },
    asks: [
      ...(columns.text === undefined ? ['Say which column holds what was written.'] : []),
      ...(columns.sender === undefined ? ['Say which column holds who wrote, if one does.'] : []),
      ...guessed.map(([field, title]) => `“${title}” looks like the column of: ${field}. Say if it is not.`),
      ...asksOfTimes(times, columns.time === undefined ? [] : cells(columns.time)),
    ],
    unread: header.filter((title) => title !== '' && !Object.values(columns).includes(title)),
  };
}

/** How many fields the titles of a row name: a header names more than any other row. */
export function fieldsNamed(titles: readonly string[]): ReadonlySet<ExtractField> {
  const keys = new Set(titles.map(headingKey));
  return new Set(FIELDS.filter((field) => HEADINGS[field].some((word) => keys.has(word))));
}

/** What is to be asked of how times are written. */
export function asksOfTimes(times: WrittenTimes | undefined, written: readonly string[]): readonly string[] {
  if (times === undefined)
    return [
      written.length === 0
        ? 'Say which column holds when it was sent, if one does.'
        : `Say how its times are written, as “${written[0] ?? ''}”, in the tokens of Luxon.`,
    ];
  return [
    ...(times.isSure
      ? []
      : [`Say whether “${written[0] ?? ''}” has the day first or the month: it is read as ${times.format}.`]),
    ...(times.holds === 'day' ? ['No time of day is written: messages are put at the beginning of their day.'] : []),
    ...(times.holds === 'time' ? ['Say which column holds the day of its times.'] : []),
    ...(times.hasOffsets || times.zone !== undefined
      ? []
      : [`Its times do not say their zone: they are read as of ${HERE}. Say if they are of another.`]),
  ];
}

type Cells = (title: string) => readonly string[];

function cellsOf(header: readonly string[], rows: readonly (readonly string[])[]): Cells {
  const kept = new Map<string, readonly string[]>();
  return (title) => {
    const known = kept.get(title);
    if (known !== undefined) return known;
    const at = header.indexOf(title);
    const cells = at < 0 ? [] : rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    kept.set(title, cells);
    return cells;
  };
}

function namedColumns(header: readonly string[], cells: Cells): Columns {
  const columns: Columns = {};
  for (const field of FIELDS) {
    if (field === 'date') continue;
    const found = HEADINGS[field]
      .map((word) =>
        header.find(
          (title) =>
            headingKey(title) === word && !Object.values(columns).includes(title) && holds(field, title, cells),
        ),
      )
      .find((title) => title !== undefined);
    if (found !== undefined) columns[field] = found;
  }
  if (columns.time !== undefined && timesOf(cells(columns.time))?.holds === 'time') {
    const day = header.find(
      (title) => HEADINGS.date.includes(headingKey(title)) && timesOf(cells(title), title)?.holds === 'day',
    );
    if (day !== undefined) columns.date = day;
  }
  return columns;
}

/** Many columns are called “type” or “date”. */
function holds(field: ExtractField, title: string, cells: Cells): boolean {
  const written = cells(title);
  if (field === 'direction') {
    const read = directionReader(title);
    return written.filter((cell) => read(cell) !== null).length >= Math.max(1, written.length * MOST);
  }
  if (field === 'time') return written.length === 0 || timesOf(written, title) !== undefined;
  return true;
}

/** By what is in them, for what no heading names. */
function guessColumns(header: readonly string[], cells: Cells, columns: Columns): (readonly [ExtractField, string])[] {
  const free = () => header.filter((title) => title !== '' && !Object.values(columns).includes(title));
  const guessed: (readonly [ExtractField, string])[] = [];
  const guess = (field: ExtractField, title: string | undefined) => {
    if (columns[field] !== undefined || title === undefined) return;
    columns[field] = title;
    guessed.push([field, title]);
  };
  guess(
    'time',
    free().find((title) => cells(title).length > 0 && timesOf(cells(title), title)?.holds === 'both'),
  );
  const isMost = (title: string, looks: (cell: string) => boolean) =>
    cells(title).length > 0 && cells(title).filter(looks).length >= cells(title).length * MOST;
  if (columns.text === undefined) {
    const texts = free()
      .filter((title) => isMost(title, (cell) => /\p{L}/u.test(cell)) && new Set(cells(title)).size > 1)
      .map((title) => [title, lengthOf(cells(title))] as const)
      .filter(([, length]) => length >= TEXT_LENGTH);
    guess('text', texts.sort(([, one], [, other]) => other - one)[0]?.[0]);
  }
  if (columns.sender === undefined) {
    const numbers = free().filter((title) => isMost(title, (cell) => PHONE.test(cell)));
    guess('sender', numbers[0]);
    guess('recipient', numbers[1]);
  }
  return guessed;
}

const lengthOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);

function timesIn(columns: Columns, cells: Cells): WrittenTimes | undefined {
  if (columns.time === undefined) return undefined;
  const times = timesOf(cells(columns.time), columns.time);
  if (columns.date === undefined || times === undefined) return times;
  const days = timesOf(cells(columns.date), columns.date);
  if (days === undefined) return times;
  const day = days.format === 'iso' ? 'yyyy-MM-dd' : days.format;
  return { ...times, format: `${day} ${times.format}`, isSure: days.isSure, holds: 'both' };
}

/** Cellebrite marks the owner of the phone among those who write. */
function ownerIn(columns: Columns, cells: Cells): string | undefined {
  const people = [columns.sender, columns.recipient].flatMap((title) => (title === undefined ? [] : cells(title)));
  const owners = new Set(people.filter((one) => OWNER.test(one)));
  return owners.size === 1 ? [...owners][0] : undefined;
}
