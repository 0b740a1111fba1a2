import type { Encoding, Mapping } from '../../domain/profiles/mapping.schema';
import { isRejection, rowReader, type ReadRow, type Rejection } from '../../domain/profiles/read-row';
import { csvRows, type CsvRow } from './csv';
import { escaped, recordLine } from './record-lines';
import { Unreadable } from './unreadable';

/** How a file is read. */
export interface Reading {
  /** Number of its import. */
  readonly nth: number;
  readonly mapping: Mapping;
  readonly encoding: Encoding;
  /** The day it was handed in, `YYYY-MM-DD`: no record is of a later one. */
  readonly today: string;
  /** Rows that are in already. */
  readonly skip: number;
}

/** Some rows of a file as lines of COPY. */
export interface Portion {
  /** Rows of the file read so far, the header not counted, and bytes. */
  readonly rows: number;
  readonly bytes: number;
  /** Records among its rows, and rows that are none. */
  readonly records: number;
  readonly rejected: number;
  readonly recordLines: Uint8Array<ArrayBuffer>;
  readonly rejectLines: Uint8Array<ArrayBuffer>;
}

/** Of a row that is not taken in, as much as is kept. */
const WRITTEN_LIMIT = 4_000;

/**
 * Reads a force's file by its mapping, in the memory of some chunks.
 *
 * @throws Unreadable where it is none that can be taken in
 */
export async function* portionsOf(file: AsyncIterable<Buffer>, reading: Reading): AsyncGenerator<Portion> {
  const { nth, mapping, encoding, today, skip } = reading;
  let readRow: ReadRow | undefined;
  let rows = 0;
  for await (const batch of csvRows(file, { encoding, delimiter: mapping.delimiter })) {
    const records: string[] = [];
    const rejects: string[] = [];
    for (const row of batch.rows) {
      if (readRow === undefined) {
        readRow = readerFor(mapping, row.cells, today);
        continue;
      }
      rows += 1;
      if (rows <= skip) continue;
      const read = row.broken === undefined ? readRow(row.cells) : { reason: row.broken };
      if (isRejection(read)) rejects.push(rejectLine(nth, row, read));
      else records.push(recordLine(nth, row.line, read, row.isPlain));
    }
    yield {
      rows,
      bytes: batch.bytes,
      records: records.length,
      rejected: rejects.length,
      recordLines: encoded(records),
      rejectLines: encoded(rejects),
    };
  }
  if (readRow === undefined) throw new Unreadable('The file has no header.');
  if (rows === 0) throw new Unreadable('The file has a header and no record.');
}

function readerFor(mapping: Mapping, cells: readonly string[], today: string): ReadRow {
  const header = cells.map((cell) => cell.trim());
  const twice = header.find((title, at) => title !== '' && header.indexOf(title) !== at);
  if (twice !== undefined) throw new Unreadable(`Two columns are called “${twice}”: rename one of them.`);
  try {
    return rowReader(mapping, header, today);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Unreadable(
      `${error.message} It has: ${header
        .map((title) => `“${title}”`)
        .join(', ')
        .slice(0, 1_000)}.`,
    );
  }
}

function rejectLine(nth: number, { line, cells }: CsvRow, { column, reason }: Rejection): string {
  const written = JSON.stringify(cells).slice(0, WRITTEN_LIMIT);
  const values = [column, reason, written].map((value) => escaped(value?.replaceAll('\0', '')));
  return [nth, line, ...values].join('\t');
}

const utf8 = new TextEncoder();
const encoded = (lines: readonly string[]) => utf8.encode(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
