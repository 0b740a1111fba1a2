import type { Encoding } from '../../domain/profiles/mapping.schema';
import { EXTRACT_FIELDS, type ExtractMapping } from '../../domain/translation/extract-mapping.schema';
import { Unreadable } from '../profiles/unreadable';
import { apart, delimitedRows } from './delimited';
import { jsonTexts } from './json-rows';
import { parseObject, textAt } from './json-cells';
import type { ExtractRow, OpenFile, RowBatch } from './rows';
import { decoded, encodingOf, type TextPiece } from './text-source';
import type { Written } from './to-message';
import { chatMessages, type ChatMessage } from './whatsapp';
import { Workbook } from './xlsx/workbook';

/** A row by what it holds, and what is wrong with how it is written. */
export interface WrittenRow {
  readonly written: Written;
  readonly broken?: string | undefined;
}

/** Some rows that hold messages, in their order, each taken apart by a mapping only when it is asked for. */
export interface MessageRowBatch {
  readonly count: number;
  /** @param nth from 0 */
  at(nth: number): WrittenRow;
  /** Of the file, read so far. */
  readonly bytes: number;
}

export type MessageRows = AsyncGenerator<MessageRowBatch>;

const batchOf = <Row>({ rows, bytes }: RowBatch<Row>, read: (row: Row) => WrittenRow): MessageRowBatch => ({
  count: rows.length,
  at: (nth) => read(rows[nth] as Row),
  bytes,
});

type Columns = readonly (readonly [field: keyof Written, at: number])[];

/** @throws Unreadable where the file is none that the mapping can read */
export async function* rowsOf(open: OpenFile, mapping: ExtractMapping): MessageRows {
  switch (mapping.format) {
    case 'xlsx':
      yield* workbookRows(open, mapping);
      break;
    case 'delimited':
      yield* delimited(open, mapping);
      break;
    case 'json-lines':
      for await (const batch of jsonTexts(await textOf(open, mapping)))
        yield batchOf(batch, (text) => jsonRow(text, mapping));
      break;
    case 'whatsapp':
      for await (const batch of chatMessages(await textOf(open, mapping))) yield batchOf(batch, chatRow);
  }
}

async function encodingIn(open: OpenFile, mapping: ExtractMapping): Promise<Encoding> {
  return mapping.encoding ?? (await encodingOf(await open()));
}

async function textOf(open: OpenFile, mapping: ExtractMapping): Promise<AsyncGenerator<TextPiece>> {
  const encoding = await encodingIn(open, mapping);
  return decoded(await open(), encoding);
}

async function* delimited(open: OpenFile, mapping: ExtractMapping): MessageRows {
  const { delimiter = ',', quoted } = mapping;
  const encoding = await encodingIn(open, mapping);
  yield* tabular(delimitedRows(await open(), { encoding, delimiter, quoted }), mapping, delimiter);
}

async function* workbookRows(open: OpenFile, mapping: ExtractMapping): MessageRows {
  const workbook = await Workbook.open(await open());
  try {
    if (mapping.sheet !== undefined) {
      yield* tabular(workbook.rows(mapping.sheet), mapping);
      return;
    }
    const tried: string[] = [];
    for (const sheet of workbook.sheets) {
      const header = await headerOf(workbook.rows(sheet), mapping);
      if (header && missingIn(header, mapping).length === 0) {
        yield* tabular(workbook.rows(sheet), mapping);
        return;
      }
      tried.push(`“${sheet}”`);
    }
    throw new Unreadable(`No sheet of the workbook has the columns of the mapping: ${tried.join(', ').slice(0, 500)}.`);
  } finally {
    workbook.close();
  }
}

/** Rows under a header. Those of a sheet end with their last cell that is not empty; in a delimited file, all are as wide. */
export async function* tabular(
  batches: AsyncGenerator<RowBatch>,
  mapping: ExtractMapping,
  delimiter?: string,
): MessageRows {
  const hasHeader = mapping.headerRow > 0;
  let columns: Columns | undefined;
  let width = 0;
  for await (const { rows, bytes } of batches) {
    let below = rows;
    if (columns === undefined) {
      const first = rows.findIndex(({ line }) => line >= mapping.headerRow);
      const cells = rows[first]?.cells;
      if (cells === undefined) continue;
      columns = columnsOf(hasHeader ? titlesOf(cells) : cells.map((_, at) => String(at + 1)), mapping);
      width = cells.length;
      below = rows.slice(hasHeader ? first + 1 : first);
    }
    const [own, wide] = [columns, width];
    yield delimiter === undefined
      ? batchOf({ rows: below, bytes }, ({ cells }) => ({ written: cellsBy(own, cells) }))
      : batchOf({ rows: below.flatMap((row) => apart(row, delimiter, wide)), bytes }, (row) =>
          delimitedRow(row, own, wide, delimiter),
        );
  }
  if (columns === undefined) throw new Unreadable('The file has no header where the mapping says: it has fewer rows.');
}

async function headerOf(batches: AsyncGenerator<RowBatch>, mapping: ExtractMapping) {
  for await (const { rows } of batches) {
    const header = rows.find(({ line }) => line >= mapping.headerRow);
    if (header) return titlesOf(header.cells);
  }
  return undefined;
}

/** Titles without spaces around them, as a mapping names them. */
export const titlesOf = (cells: readonly string[]): readonly string[] => cells.map((title) => title.trim());

/** Columns of a mapping, by field. */
const titled = ({ columns }: ExtractMapping): readonly (readonly [keyof Written, string])[] =>
  EXTRACT_FIELDS.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]] as const]));

const missingIn = (header: readonly string[], mapping: ExtractMapping): readonly string[] =>
  titled(mapping)
    .map(([, title]) => title)
    .filter((title) => !header.includes(title));

function columnsOf(header: readonly string[], mapping: ExtractMapping): Columns {
  const [missing] = missingIn(header, mapping);
  if (missing !== undefined)
    throw new Unreadable(
      `The file has no column “${missing}”. It has: ${header
        .map((title) => `“${title}”`)
        .join(', ')
        .slice(0, 1_000)}.`,
    );
  return titled(mapping).map(([field, title]) => [field, header.indexOf(title)]);
}

function cellsBy(columns: Columns, cells: readonly string[]): Written {
  const written: { -readonly [F in keyof Written]: Written[F] } = {};
  for (const [field, at] of columns) written[field] = cells[at] ?? '';
  return written;
}

/** Where a row is wider than the header, its text has a delimiter that is not quoted: the text is put together again. */
function delimitedRow(row: ExtractRow, columns: Columns, width: number, delimiter: string): WrittenRow {
  const { cells, broken } = row;
  const more = cells.length - width;
  const text = columns.find(([field]) => field === 'text')?.[1];
  if (more === 0) return { written: cellsBy(columns, cells), broken };
  if (more > 0 && cells.slice(width).every((cell) => cell === '')) return { written: cellsBy(columns, cells), broken };
  const uneven = `It has ${cells.length} cells where the header has ${width}`;
  const say = (sentence: string) => (broken === undefined ? sentence : `${broken} ${sentence}`);
  if (more < 0 || text === undefined)
    return { written: cellsBy(columns, cells), broken: say(`${uneven}: look at it in the file.`) };
  const mended = [
    ...cells.slice(0, text),
    cells.slice(text, text + more + 1).join(delimiter),
    ...cells.slice(text + more + 1),
  ];
  return { written: cellsBy(columns, mended), broken: say(`${uneven}: what is too many is taken for its text.`) };
}

function jsonRow(text: string, mapping: ExtractMapping): WrittenRow {
  const value = parseObject(text);
  if (!value) return { written: { text }, broken: 'It is no JSON object: it is shown as it is written.' };
  return { written: Object.fromEntries(titled(mapping).map(([field, key]) => [field, textAt(value, key)])) };
}

function chatRow({ time, ...others }: ChatMessage): WrittenRow {
  return time === undefined
    ? { written: others, broken: 'It stands above the first message that has a time.' }
    : { written: { time, ...others } };
}
