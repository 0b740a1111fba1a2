import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../random';
import { FROM } from './clock';
import { inventedContacts, OWNER, type Contact } from './contacts';
import { inventedAdverts } from './conversation';
import { delimitedFile, jsonLinesFile, whatsappFile, WHATSAPP_NOTICE, type ExtractFile } from './extract-file';
import { LAYOUTS, OWNER_PARTY, rfc3339, type LayoutName } from './layouts';
import { byTime, oneByOne, Thread } from './thread';
import { Truth, type FirstContact } from './truth';
import { MOST_IN_SHEET, workbookFile } from './workbook-file';

export interface ExtractOptions {
  /** How many rows, 1 to 2,000,000; of a workbook no more than a sheet holds. */
  readonly messages: number;
  readonly seed?: number;
  readonly format: 'csv' | 'tsv' | 'xlsx' | 'json-lines' | 'whatsapp';
  /** As which tool writes; WhatsApp's own export has none. Cellebrite, where nothing else is said. */
  readonly layout?: LayoutName;
}

export interface GeneratedExtract {
  readonly path: string;
  /** CSV: for each row what is true of it, under `TRUTH_HEADER` of truth.ts. */
  readonly truth: string;
  readonly rows: number;
  /** Different texts, rows without text left out. */
  readonly unique: number;
  /** Rows whose text an earlier row has. */
  readonly duplicates: number;
  /** Rows by language, `und` and `zxx` among them. */
  readonly languages: Readonly<Record<string, number>>;
  readonly contacts: number;
  /** What the extract calls the phone's owner. */
  readonly owner: string;
  /** By time. Empty of WhatsApp's export, which is of a group, so that nobody in it writes to one other. */
  readonly firstContacts: readonly FirstContact[];
}

const ENDINGS = { csv: 'csv', tsv: 'tsv', xlsx: 'xlsx', 'json-lines': 'jsonl', whatsapp: 'txt' } as const;
const MOST = 2_000_000;
const MINUTE = 60_000;

/**
 * Writes the invented phone of a suspect as a tool would have extracted it, the same bytes for the same seed, size, format and
 * layout, and beside it the truth of each row. The case is invented after Operation Derail (TOEX newsletter 4): flights between
 * Hungary and Britain, flats, adverts, payments, debts, documents held, among much more of ordinary life, in Hungarian, Romanian,
 * English and Bulgarian in Latin letters. Whatever its size it takes the same memory, but for some 50 bytes a message.
 *
 * @throws RangeError on fewer than one message, or more than the format holds
 */
export async function generateExtract(folder: string, options: ExtractOptions): Promise<GeneratedExtract> {
  const { messages, seed = 1, format, layout = 'cellebrite' } = options;
  const most = format === 'xlsx' ? MOST_IN_SHEET : MOST;
  if (!Number.isInteger(messages) || messages < 1 || messages > most)
    throw new RangeError(`Ask for 1 to ${most.toLocaleString('en-GB')} messages, not ${messages}`);
  mkdirSync(folder, { recursive: true });
  const random = new Random(seed);
  const isGroup = format === 'whatsapp';
  const contacts = inventedContacts(isGroup ? messages - 1 : messages, random);
  const adverts = inventedAdverts(random);
  const threads = contacts.map((contact, nth) => new Thread(contact, nth + 1, adverts, random.fork(nth)));
  const path = join(folder, `extract.${ENDINGS[format]}`);
  const file = opened(path, options, contacts);
  const truth = new Truth(`${path}.truth.csv`, messages);
  if (isGroup) truth.notice(WHATSAPP_NOTICE, rfc3339(FROM));
  for (const thread of isGroup || layout !== 'cellebrite' ? byTime(threads) : oneByOne(threads)) {
    const at = isGroup ? thread.at - (thread.at % MINUTE) : thread.at;
    const { contact, number, from, until } = thread;
    const sentAt = rfc3339(at);
    const message = thread.next();
    const row = truth.put(message, contact, sentAt, thread.written === 1 && !isGroup);
    file.put({
      ...{ row, contact, at, sentAt, thread: number, nth: thread.written, threadFrom: from, threadUntil: until },
      ...{ direction: message.direction, text: message.text, media: message.media },
    });
    if (row % 500 === 0) await Promise.all([file.drained(), truth.drained()]);
  }
  await Promise.all([file.end(), truth.end()]);
  return {
    path,
    truth: truth.path,
    ...truth.counted(),
    contacts: contacts.length,
    owner: layout === 'plain' || isGroup ? OWNER.name : OWNER_PARTY,
  };
}

function opened(path: string, { messages, format, layout }: ExtractOptions, contacts: readonly Contact[]): ExtractFile {
  const columns = LAYOUTS[layout ?? 'cellebrite'];
  switch (format) {
    case 'csv':
      return delimitedFile(path, columns, ',');
    case 'tsv':
      return delimitedFile(path, columns, '\t');
    case 'json-lines':
      return jsonLinesFile(path, columns);
    case 'whatsapp':
      return whatsappFile(path, FROM);
    case 'xlsx':
      return workbookFile(path, columns, messages, contacts.length, new Date(FROM));
  }
}
