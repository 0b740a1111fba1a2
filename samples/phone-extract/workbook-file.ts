import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { ExtractFile } from './extract-file';
import { OWNER } from './contacts';
import type { Layout } from './layouts';

/** A sheet of Excel has no more rows; a title and the header are two of them. */
export const MOST_IN_SHEET = 1_048_576 - 2;

/** The library's own stream takes all that it is given and never says that it is full; what it is piped into calls back when it has room. */
interface Piped {
  readonly stream: { readonly pipes: readonly Writable[] };
}

/** A workbook: a sheet about the phone where the layout has a title, and a sheet of the messages, all cells text. */
export function workbookFile(path: string, layout: Layout, messages: number, chats: number, made: Date): ExtractFile {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: false,
    useStyles: false,
    zip: { zlib: { level: 1 } },
  });
  book.creator = book.lastModifiedBy = 'Invented';
  book.created = book.modified = made;
  if (layout.title) {
    const summary = book.addWorksheet('Summary');
    for (const row of [
      ['Extraction summary'],
      ['Owner', OWNER.name],
      ['MSISDN', OWNER.phone],
      ['Chats', String(chats)],
    ])
      summary.addRow(row).commit();
    summary.commit();
  }
  const sheet = book.addWorksheet(layout.sheet);
  if (layout.title) sheet.addRow([layout.title(messages)]).commit();
  sheet.addRow(layout.columns.map(([header]) => header)).commit();
  return {
    put: (row) => sheet.addRow(layout.columns.map(([, cell]) => cell(row) || null)).commit(),
    drained: async () => {
      for (const pipe of (sheet as unknown as Piped).stream.pipes)
        await new Promise<void>((resolve) => pipe.write(NOTHING, () => resolve()));
    },
    end: async () => {
      sheet.commit();
      await book.commit();
      await withoutTimes(path);
    },
  };
}

const NOTHING = Buffer.alloc(0);

const END = 0x06054b50;
const END_LENGTH = 22;
/** 1 June 2021, midnight, as MS-DOS and ZIP (APPNOTE 4.4.6) write it: the time, then the day. */
const WHEN = (((2021 - 1980) << 25) | (6 << 21) | (1 << 16)) >>> 0;

/** The archive notes when each part was written, which is never the same twice: gives all of them the same moment. */
async function withoutTimes(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(END_LENGTH);
    await file.read(end, 0, END_LENGTH, size - END_LENGTH);
    if (end.readUInt32LE(0) !== END) throw new Error(`${path} does not end as an archive without a comment does`);
    const [parts, length, from] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
    const directory = Buffer.alloc(length);
    await file.read(directory, 0, length, from);
    const moment = Buffer.alloc(4);
    moment.writeUInt32LE(WHEN);
    for (let part = 0, at = 0; part < parts; part += 1) {
      moment.copy(directory, at + 12);
      await file.write(moment, 0, 4, directory.readUInt32LE(at + 42) + 10);
      at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    await file.write(directory, 0, length, from);
  } finally {
    await file.close();
  }
}
