import Papa from 'papaparse';
import { DELIMITERS } from '../../domain/profiles/mapping.schema';
import { timesOf } from '../../domain/translation/time-formats';
import { fieldsNamed } from '../../domain/translation/suggest-extract-mapping';
import type { Delimited } from './delimited';
import type { ExtractRow } from './rows';

/** Rows among which a header is looked for. */
const ABOVE = 20;
/** Characters by which delimiters are told apart. */
const LOOKED_AT = 65_536;

/** How a delimited text is written; without cells where nothing parts its lines. */
export function layoutOf(text: string): Omit<Delimited, 'encoding'> {
  const beginning = text.slice(0, LOOKED_AT);
  const whole = beginning.slice(0, beginning.lastIndexOf('\n') + 1) || beginning;
  const stated = /^\ufeff?sep=([,;|\t])\r?\n/.exec(whole)?.[1];
  const candidates = DELIMITERS.filter((one) => stated === undefined || one === stated).flatMap((delimiter) =>
    [true, false].map((quoted) => ({ delimiter, quoted, evenness: evenness(whole, delimiter, quoted) })),
  );
  const [first, ...others] = candidates as [Candidate, ...Candidate[]];
  const { delimiter, quoted } = others.reduce((best, one) => (one.evenness > best.evenness ? one : best), first);
  return { delimiter, quoted };
}

interface Candidate extends Omit<Delimited, 'encoding'> {
  readonly evenness: number;
}

/** Share of lines that are of rows as wide as most, more for wider ones; not, where there is one column. */
function evenness(text: string, delimiter: string, quoted: boolean): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, ...(quoted ? {} : { quoteChar: '\u0000' }) });
  const rows = data.filter((cells) => cells.some((cell) => cell !== ''));
  const byWidth = new Map<number, number>();
  for (const { length } of rows) byWidth.set(length, (byWidth.get(length) ?? 0) + 1);
  const [width, count] = [...byWidth].sort(([, one], [, other]) => other - one)[0] ?? [1, 0];
  if (width < 2) return 0;
  return count / Math.max(1, rows.length) + width / 1_000;
}

/**
 * Where the header of a table stands: the row among the first that names most fields; where none does, the first that is as wide
 * as those below it and has no time in it; where that is none, there is no header.
 *
 * @returns undefined where the table is empty
 */
export function headerIn(rows: readonly ExtractRow[]): { readonly headerRow: number; readonly at: number } | undefined {
  const first = rows.slice(0, ABOVE);
  const named = first.map(({ cells }) => fieldsNamed(cells).size);
  const most = Math.max(0, ...named);
  if (most >= 2 || (most === 1 && named[0] === 1)) {
    const at = named.indexOf(most);
    return { headerRow: (first[at] as ExtractRow).line, at };
  }
  const widths = rows.map(({ cells }) => filled(cells));
  const usual = [...widths].sort((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0;
  const at = first.findIndex(({ cells }) => filled(cells) >= usual);
  const row = first[at];
  if (!row) return undefined;
  return row.cells.some((cell) => looksLikeValue(cell)) ? { headerRow: 0, at: -1 } : { headerRow: row.line, at };
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** No column is called by a time or by a number. */
const looksLikeValue = (cell: string): boolean => /^\+?\d{5,}$/.test(cell.trim()) || timesOf([cell])?.holds === 'both';
