import type { Encoding, Mapping } from '../../domain/profiles/mapping.schema';
import { isRejection, rowReader, type ReadRow, type Rejection } from '../../domain/profiles/read-row';
import { CellFinder } from './cell-finder';
import { csvRow, CsvReader, type CsvRow } from './csv';
import { Lines } from './lines';
import { inPieces, type RecordReader } from './pieces';
import { escaped } from '../database/copy-in';
import { recordLine } from './record-lines';
import { RecordWriter } from './record-writer';
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
 * Reads a force's file by its mapping, in the memory of some pieces.
 *
 * @throws Unreadable where it is none that can be taken in
 */
export async function* portionsOf(file: AsyncIterable<Buffer>, reading: Reading): AsyncGenerator<Portion> {
  const reader = new ForceFileReader(reading);
  for await (const bytes of inPieces(file, reading.encoding, reader)) yield reader.portion(bytes);
  if (!reader.hasHeader) throw new Unreadable('The file has no header.');
  if (reader.rows === 0) throw new Unreadable('The file has a header and no record.');
}

/**
 * Records of which nothing is odd are read from their bytes. All others are read as texts: one by one where it is clear which cells
 * they have, and else with all that follow them in the piece.
 */
class ForceFileReader implements RecordReader {
  /** Without the header. */
  rows = 0;
  private readonly texts: CsvReader;
  private readonly records = new Lines();
  private readonly rejects = new Lines();
  private finder: CellFinder | undefined;
  private ways: { readonly writer: RecordWriter; readonly readRow: ReadRow } | undefined;

  constructor(private readonly reading: Reading) {
    this.texts = new CsvReader(reading.mapping.delimiter);
  }

  get line(): number {
    return this.texts.line;
  }

  get hasHeader(): boolean {
    return this.ways !== undefined;
  }

  read(bytes: Buffer, isLast: boolean): number {
    const newline = this.texts.newlineIn(bytes, isLast);
    if (newline === undefined) return 0;
    const finder = (this.finder ??= new CellFinder(this.reading.mapping.delimiter, newline));
    let at = 0;
    let found = finder.find(bytes, at);
    for (; found === 'record'; found = finder.find(bytes, at)) {
      this.take(bytes, at, finder);
      this.texts.line += 1 + finder.breaks;
      at = finder.end;
    }
    if (found === 'unfinished' && !isLast) return at;
    const rest = bytes.subarray(at);
    const read = this.texts.read(rest, isLast);
    for (const row of this.texts.rows) if (this.isDue()) this.takeText(row);
    return at + read;
  }

  /** What was read since the one before. */
  portion(bytes: number): Portion {
    const [records, rejected] = [this.records.count, this.rejects.count];
    return {
      ...{ rows: this.rows, bytes, records, rejected },
      ...{ recordLines: this.records.take(), rejectLines: this.rejects.take() },
    };
  }

  private take(bytes: Buffer, from: number, finder: CellFinder): void {
    if (finder.isBlank() || !this.isDue()) return;
    if (this.ways?.writer.write(bytes, from, finder, this.line) === true) return;
    this.takeText(csvRow(this.line, finder.texts(bytes)));
  }

  /** Counts a row. @returns whether it is to be taken in: those that are in already are not */
  private isDue(): boolean {
    if (this.ways === undefined) return true;
    this.rows += 1;
    return this.rows > this.reading.skip;
  }

  private takeText(row: CsvRow): void {
    const { nth, mapping, today } = this.reading;
    if (this.ways === undefined) {
      const header = row.cells.map((cell) => cell.trim());
      const readRow = readerFor(mapping, header, today);
      this.ways = { readRow, writer: new RecordWriter(nth, mapping, header, today, this.records) };
      return;
    }
    const read = row.broken === undefined ? this.ways.readRow(row.cells) : { reason: row.broken };
    if (isRejection(read)) this.rejects.add(rejectLine(nth, row, read));
    else this.records.add(recordLine(nth, row.line, read));
  }
}

function readerFor(mapping: Mapping, header: readonly string[], today: string): ReadRow {
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

export function rejectLine(nth: number, { line, cells }: CsvRow, { column, reason }: Rejection): string {
  const written = JSON.stringify(cells).slice(0, WRITTEN_LIMIT);
  const values = [column, reason, written].map((value) => escaped(value?.replaceAll('\0', '')));
  return [nth, line, ...values].join('\t');
}
