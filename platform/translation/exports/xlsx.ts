import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import {
  headerLines,
  PRODUCT_COLUMNS,
  type ProductHeader,
  type ProductRow,
} from '../../../domain/translation/product-row';
import { rowXml, STYLE } from './xlsx-cells';
import { sheetBegin, sheetEnd, sheetPath, workbookParts, type SheetShape } from './xlsx-parts';

/** Rows of a sheet of Excel (Excel specifications and limits), less the head. */
const MESSAGES_OF_A_SHEET = 1_048_576 - 1;

const ABOUT: SheetShape = { widths: [34, 110], hasHead: false };
const TITLES = PRODUCT_COLUMNS.map(({ title }) => title);
/** In characters. */
const WIDE: Readonly<Record<string, number>> = { Original: 60, English: 60, 'Corrected English': 40, Problem: 30 };
const NARROW: Readonly<Record<string, number>> = { Row: 9, Direction: 9, Language: 9 };
const MESSAGES: SheetShape = { widths: TITLES.map((title) => WIDE[title] ?? NARROW[title] ?? 22), hasHead: true };

/**
 * Writes a product as a workbook of Excel: a sheet of what it says of itself, then the messages, on more than one sheet where
 * one is too small. It holds one batch of rows in memory, takes the next when `out` has room, and ends `out`.
 *
 * @param messagesOfASheet at most
 * @throws what `rows` or `out` fails with
 */
export async function writeProductXlsx(
  header: ProductHeader,
  rows: AsyncIterable<readonly ProductRow[]>,
  out: Writable,
  { messagesOfASheet = MESSAGES_OF_A_SHEET }: { readonly messagesOfASheet?: number } = {},
): Promise<void> {
  const zip = new ZipFile();
  const zipped = zip.outputStream as Readable;
  zip.on('error', (error: Error) => zipped.destroy(error));
  const written = pipeline(zipped, out);
  const ending = new AbortController();
  written.then(
    () => ending.abort(),
    () => ending.abort(),
  );
  const source = new Rows(rows);
  const mtime = new Date(header.generatedAt);
  const names: string[] = [];
  const addSheet = async (name: string, pieces: AsyncIterable<Buffer>) => {
    const stream = Readable.from(pieces, { objectMode: false });
    names.push(name);
    zip.addReadStream(stream, sheetPath(names.length), { mtime });
    try {
      await once(stream, 'end', { signal: ending.signal });
    } finally {
      stream.destroy();
    }
  };
  try {
    await addSheet('About', about(header));
    do {
      const name = names.length === 1 ? 'Messages' : `Messages ${names.length}`;
      await addSheet(name, messages(source, header.marking, messagesOfASheet));
    } while (await source.hasMore());
    for (const [path, xml] of workbookParts(names, header)) zip.addBuffer(Buffer.from(xml), path, { mtime });
    zip.end();
  } catch (error) {
    // Where `out` failed, that is what is thrown: what failed here followed from it.
    if (!ending.signal.aborted) zipped.destroy(error as Error);
  } finally {
    await source.close();
  }
  await written;
}

async function* about(header: ProductHeader): AsyncGenerator<Buffer> {
  const lines = headerLines(header);
  const rows = lines.map((line, at) => rowXml(at + 1, line, at === 0 ? STYLE.marking : STYLE.text));
  yield Buffer.from(`${sheetBegin(ABOUT)}${rows.join('')}${sheetEnd(ABOUT, lines.length, header.marking)}`);
}

async function* messages(source: Rows, marking: string, limit: number): AsyncGenerator<Buffer> {
  yield Buffer.from(`${sheetBegin(MESSAGES)}${rowXml(1, TITLES, STYLE.head)}`);
  let at = 1;
  while (at <= limit) {
    const batch = await source.take(limit + 1 - at);
    if (batch.length === 0) break;
    yield Buffer.from(
      batch
        .map((row) =>
          rowXml(
            (at += 1),
            PRODUCT_COLUMNS.map((column) => column.of(row)),
          ),
        )
        .join(''),
    );
  }
  yield Buffer.from(sheetEnd(MESSAGES, at, marking));
}

/** Batches of rows that are cut where a sheet ends. */
class Rows {
  private readonly batches: AsyncIterator<readonly ProductRow[]>;
  private held: readonly ProductRow[] = [];

  constructor(rows: AsyncIterable<readonly ProductRow[]>) {
    this.batches = rows[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    while (this.held.length === 0) {
      const next = await this.batches.next();
      if (next.done === true) return false;
      this.held = next.value;
    }
    return true;
  }

  /** At most so many; none where there are no more. */
  async take(limit: number): Promise<readonly ProductRow[]> {
    if (!(await this.hasMore())) return [];
    const taken = this.held.slice(0, limit);
    this.held = this.held.slice(limit);
    return taken;
  }

  async close(): Promise<void> {
    await this.batches.return?.();
  }
}
