import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import {
  headerLines,
  PRODUCT_COLUMNS,
  type ProductHeader,
  type ProductRow,
} from '../../../domain/translation/product-row';
import { withoutFormula } from '../../text/formula';
import { legalCharacters } from '../../text/legal-characters';

/** Without it Excel takes UTF-8 for the code page of its machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Writes a product as CSV (RFC 4180, UTF-8 with a byte order mark): lines of what it says of itself, a blank line, then the
 * header and a record for each message. No spreadsheet runs a cell of it. It holds one batch of rows in memory, takes the
 * next when `out` has room, and ends `out`.
 *
 * @throws what `rows` or `out` fails with
 */
export async function writeProductCsv(
  header: ProductHeader,
  rows: AsyncIterable<readonly ProductRow[]>,
  out: Writable,
): Promise<void> {
  await pipeline(Readable.from(pieces(header, rows), { objectMode: false }), out);
}

async function* pieces(header: ProductHeader, rows: AsyncIterable<readonly ProductRow[]>): AsyncGenerator<Buffer> {
  const titles = PRODUCT_COLUMNS.map(({ title }) => title);
  yield Buffer.from(`${BYTE_ORDER_MARK}${records(headerLines(header))}\r\n${records([titles])}`);
  for await (const batch of rows)
    if (batch.length > 0)
      yield Buffer.from(records(batch.map((row) => PRODUCT_COLUMNS.map((column) => column.of(row)))));
}

function records(lines: readonly (readonly (string | number | null)[])[]): string {
  return `${Papa.unparse(
    lines.map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? withoutFormula(legalCharacters(cell)) : cell)),
    ),
    { newline: '\r\n' },
  )}\r\n`;
}
