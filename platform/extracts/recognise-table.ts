import type { ExtractMapping } from '../../domain/translation/extract-mapping.schema';
import type { Message } from '../../domain/translation/message';
import {
  fieldsNamed,
  suggestExtractMapping,
  type ExtractSuggestion,
} from '../../domain/translation/suggest-extract-mapping';
import { Unreadable } from '../profiles/unreadable';
import { headerIn } from './layout';
import { messagesOf } from './read-extract';
import type { ExtractRow, OpenFile } from './rows';
import { tabular, titlesOf, type MessageRows } from './rows-of';
import { Workbook } from './xlsx/workbook';

/** How an extract is probably read, what is to be asked, and what its first messages look like so. */
export interface Recognised extends ExtractSuggestion {
  /** Its columns or keys; of a chat, what is known of each message. */
  readonly header: readonly string[];
  /** The first messages. */
  readonly sample: readonly Message[];
}

/** What is recognised before its messages are read. */
export type Found = Omit<Recognised, 'sample'>;

/** Rows that something is recognised by, messages that are shown, and sheets that are looked into. */
export const ROWS = 2_000;
const SHOWN = 20;
const SHEETS = 50;

/** Recognises the sheet of a workbook that has messages: where several have, the one of which most is known. */
export async function recogniseWorkbook(open: OpenFile): Promise<Recognised> {
  const workbook = await Workbook.open(await open());
  try {
    const sheets: { readonly sheet: string; readonly rows: readonly ExtractRow[]; readonly named: number }[] = [];
    for (const sheet of workbook.sheets.slice(0, SHEETS)) {
      const rows = await firstRows(workbook.rows(sheet), ROWS);
      const place = headerIn(rows);
      const fields = fieldsNamed(place && place.at >= 0 ? (rows[place.at]?.cells ?? []) : []);
      if (place && rows.length > place.at + 1)
        sheets.push({ sheet, rows, named: fields.has('text') ? fields.size : 0 });
    }
    const [first, ...others] = sheets;
    if (!first)
      throw new Unreadable('The workbook has no message: each of its sheets is empty, or has a header alone.');
    const best = others.reduce((most, one) => (one.named > most.named ? one : most), first);
    const found = recogniseTable(best.rows, { format: 'xlsx', quoted: true, sheet: best.sheet });
    const more = sheets.filter((one) => one !== best && one.named >= 3).map(({ sheet }) => `“${sheet}”`);
    const also = `The sheet “${best.sheet}” is read. These have messages too: ${more.join(', ')}. Hand the file in again for each.`;
    const sample = await firstMessages(tabular(workbook.rows(best.sheet), found.mapping), found.mapping);
    return { ...found, asks: more.length === 0 ? found.asks : [also, ...found.asks], sample };
  } finally {
    workbook.close();
  }
}

/** Recognises the columns of a table from its first rows. */
export function recogniseTable(
  rows: readonly ExtractRow[],
  how: Pick<ExtractMapping, 'format' | 'delimiter' | 'quoted' | 'sheet'>,
): Found {
  const place = headerIn(rows);
  if (!place) throw new Unreadable('The file is empty.');
  const below = rows.slice(place.at + 1);
  const header =
    place.headerRow === 0
      ? (rows[0]?.cells ?? []).map((_, at) => String(at + 1))
      : titlesOf(rows[place.at]?.cells ?? []);
  if (header.length < 2 && fieldsNamed(header).size === 0)
    throw new Unreadable(
      'No columns can be told apart in it: export the messages as a workbook (.xlsx), as CSV or as JSON.',
    );
  if (below.length === 0) throw new Unreadable('The file has a header and no message.');
  const twice = header.find((title, at) => title !== '' && header.indexOf(title) !== at);
  const { mapping, asks, unread } = suggestExtractMapping({
    ...how,
    headerRow: place.headerRow,
    header,
    rows: below.map(({ cells }) => cells),
  });
  return {
    mapping,
    header,
    unread,
    asks: [
      ...(place.headerRow === 0 ? ['It seems to have no header: its columns are called by their place.'] : []),
      ...(twice === undefined ? [] : [`Two columns are called “${twice}”: the first is read.`]),
      ...asks,
    ],
  };
}

/** The first messages of an extract. */
export async function firstMessages(rows: MessageRows, mapping: ExtractMapping): Promise<readonly Message[]> {
  const first: Message[] = [];
  for await (const { messages } of messagesOf(rows, mapping)) {
    first.push(...messages.slice(0, SHOWN - first.length));
    if (first.length >= SHOWN) break;
  }
  return first;
}

/** As many rows as there are, and no more than so many. */
export async function firstRows<Row>(
  batches: AsyncIterable<{ readonly rows: readonly Row[] }>,
  limit: number,
): Promise<Row[]> {
  const found: Row[] = [];
  for await (const { rows } of batches) {
    found.push(...rows.slice(0, limit - found.length));
    if (found.length >= limit) break;
  }
  return found;
}
