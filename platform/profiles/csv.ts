import Papa from 'papaparse';
import type { Encoding, Mapping } from '../../domain/profiles/mapping.schema';
import { inPieces, type RecordReader } from './pieces';

export interface CsvFormat {
  readonly encoding: Encoding;
  readonly delimiter: Mapping['delimiter'];
}

/** One record of a file. */
export interface CsvRow {
  /** The line it begins at; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with it as a record of CSV. */
  readonly broken?: string | undefined;
}

/** The records of one piece. */
export interface CsvBatch {
  readonly rows: readonly CsvRow[];
  /** Read so far. */
  readonly bytes: number;
}

/**
 * Reads CSV (RFC 4180, with any of our delimiters) as it comes, in the memory of some pieces: each batch the records of one
 * piece, blank lines left out, with the bytes read so far.
 *
 * @throws Unreadable where a record has no end, or bytes are none of the encoding
 */
export async function* csvRows(
  source: AsyncIterable<Buffer>,
  { encoding, delimiter }: CsvFormat,
): AsyncGenerator<CsvBatch> {
  const reader = new CsvReader(delimiter);
  for await (const bytes of inPieces(source, encoding, reader)) yield { rows: reader.rows, bytes };
}

/** Reads CSV piece by piece. */
export class CsvReader implements RecordReader {
  line = 1;
  /** Of the piece read last. */
  rows: readonly CsvRow[] = [];
  private newline: NewLine | undefined;

  constructor(private readonly delimiter: Mapping['delimiter']) {}

  /** What ends a record of the file, by the first piece that has a line end and something after it; nothing before there is one. */
  newlineIn(bytes: Buffer, isLast: boolean): NewLine | undefined {
    if (this.newline !== undefined) return this.newline;
    const text = bytes.toString().replace(/\r$/, '');
    if (!isLast && !/[\r\n]/.test(text)) return undefined;
    return (this.newline = Papa.parse(text, { delimiter: this.delimiter, preview: 1 }).meta.linebreak as NewLine);
  }

  read(bytes: Buffer, isLast: boolean): number {
    this.rows = [];
    const newline = this.newlineIn(bytes, isLast);
    if (newline === undefined) return 0;
    const text = bytes.toString();
    const { data, errors, meta } = new Papa.Parser({ delimiter: this.delimiter, newline }).parse(
      text,
      0,
      !isLast,
    ) as Papa.ParseResult<string[]>;
    const broken = brokenQuotes(errors);
    const rows: CsvRow[] = [];
    data.forEach((cells, at) => {
      if (cells.length > 1 || cells[0] !== '') rows.push(csvRow(this.line, cells, broken.get(at)));
      this.line += 1 + breaksIn(cells);
    });
    this.rows = rows;
    return bytes.length - Buffer.byteLength(text.slice(meta.cursor));
  }
}

export type NewLine = '\n' | '\r\n' | '\r';

export const csvRow = (line: number, cells: readonly string[], broken?: string): CsvRow => ({
  line,
  cells,
  broken: cells.some((cell) => cell.includes('\0')) ? 'It has a NUL character.' : broken,
});

/** By the place of its row. */
const brokenQuotes = (errors: readonly Papa.ParseError[]): ReadonlyMap<number | undefined, string> =>
  new Map(
    errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ row, message }) => [row, `Its quotation marks are not as they should be: ${message}.`]),
  );

/** Cells may hold line breaks. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}
