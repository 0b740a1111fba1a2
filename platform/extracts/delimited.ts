import Papa from 'papaparse';
import type { ExtractMapping } from '../../domain/translation/extract-mapping.schema';
import type { Encoding } from '../../domain/profiles/mapping.schema';
import { csvRows } from '../profiles/csv';
import type { ExtractRow, RowBatch } from './rows';
import { decoded, linesOf, type TextPiece } from './text-source';

/** How a delimited file is written. */
export interface Delimited {
  readonly encoding: Encoding;
  readonly delimiter: NonNullable<ExtractMapping['delimiter']>;
  readonly quoted: boolean;
}

/**
 * Reads the rows of a delimited file as they come; blank lines are none. A quotation mark that is never closed takes no row with
 * it: what stands behind it is read line by line.
 *
 * @throws Unreadable where a row has no end
 */
export async function* delimitedRows(source: AsyncIterable<Buffer>, written: Delimited): AsyncGenerator<RowBatch> {
  if (!written.quoted) {
    yield* lineRows(decoded(source, written.encoding), written.delimiter);
    return;
  }
  const progress = { bytes: 0 };
  const text = asUtf8(decoded(source, written.encoding), progress);
  for await (const batch of csvRows(text, { encoding: 'utf-8', delimiter: written.delimiter })) {
    const rows: ExtractRow[] = [];
    for (const row of batch.rows) {
      if (row.broken === undefined) rows.push(row);
      else if (/unterminated|missing/i.test(row.broken)) rows.push(...unclosed(row, written.delimiter));
      else if (/NUL/.test(row.broken)) rows.push({ line: row.line, cells: row.cells });
      else rows.push(row);
    }
    yield { rows, bytes: progress.bytes };
  }
}

async function* asUtf8(pieces: AsyncIterable<TextPiece>, progress: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const { text, bytes } of pieces) {
    progress.bytes = bytes;
    yield Buffer.from(text);
  }
}

async function* lineRows(
  pieces: AsyncIterable<TextPiece>,
  delimiter: Delimited['delimiter'],
): AsyncGenerator<RowBatch> {
  let line = 0;
  for await (const { lines, bytes } of linesOf(pieces)) {
    const rows: ExtractRow[] = [];
    for (const written of lines) {
      line += 1;
      if (written !== '') rows.push({ line, cells: written.split(delimiter) });
    }
    yield { rows, bytes };
  }
}

const BEHIND = 'A quotation mark above it is never closed: it is read as a row of its own.';

/** The last cell of the row has all that stands behind its quotation mark. */
function unclosed({ line, cells }: ExtractRow, delimiter: Delimited['delimiter']): ExtractRow[] {
  const [first = '', ...others] = (cells.at(-1) ?? '').split(LINE_END);
  const broken = 'A quotation mark in it is never closed: it is read to the end of its line.';
  return [
    { line, cells: [...cells.slice(0, -1), ...`"${first}`.split(delimiter)], broken },
    ...others
      .map((written, at) => ({ line: line + 1 + at, written }))
      .filter(({ written }) => written !== '')
      .map(({ line: own, written }) => ({ line: own, cells: cellsOf(written, delimiter), broken: BEHIND })),
  ];
}

/**
 * The rows that a row really is: a stray quotation mark at the beginning of a cell runs to the next one, over the ends of lines.
 * Where the row is broken so, or not as wide as the header, and each line below its first is as wide, they are rows.
 */
export function apart(row: ExtractRow, delimiter: string, width: number): readonly ExtractRow[] {
  const { line, cells, broken } = row;
  if ((cells.length === width && broken === undefined) || !cells.some((cell) => cell.includes('\n'))) return [row];
  const written = cells.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join(delimiter);
  const [first = '', ...below] = written.split(LINE_END);
  const own = first.split(delimiter);
  const others = below.map((one, at) => ({ line: line + 1 + at, cells: cellsOf(one, delimiter), broken: BEHIND }));
  if (own.length < width || others.some((one) => one.cells.length !== width)) return [row];
  return [{ line, cells: own, broken: 'A quotation mark in it is never closed.' }, ...others];
}

const LINE_END = /\r\n|\n|\r/;

/** A line that may have quoted cells of its own. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  const { data, errors } = Papa.parse<string[]>(line, { delimiter });
  return errors.length > 0 || data.length !== 1 ? line.split(delimiter) : (data[0] as string[]);
}
