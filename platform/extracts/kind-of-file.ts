import { fileTypeFromBuffer } from 'file-type';
import { Unreadable } from '../profiles/unreadable';

/** Of what is no text, for people; by the ending that is usual for it. */
const OTHERS: Readonly<Record<string, string>> = {
  pdf: 'It is a PDF document: export the messages as a workbook (.xlsx), as CSV or as JSON.',
  rtf: 'It is a text document (RTF): export the messages as a workbook (.xlsx), as CSV or as JSON.',
  sqlite: 'It is a database of an application: export its messages with the tool that read the phone.',
  gz: 'It is compressed: unpack it and hand in the file in it.',
  '7z': 'It is a 7z archive: unpack it and hand in the files in it one by one.',
  rar: 'It is a RAR archive: unpack it and hand in the files in it one by one.',
};

/** Office documents before 2007, and those locked with a password, are of this shape ([MS-CFB]); names in it are of two bytes a letter. */
const COMPOUND = 'd0cf11e0a1b11ae1';
const IN_COMPOUND: readonly (readonly [name: string, what: string])[] = [
  ['EncryptedPackage', 'The workbook is locked with a password: open it, save it without one, and hand it in again.'],
  ['Workbook', 'It is an old workbook (.xls): save it as an Excel workbook (.xlsx) or as CSV.'],
  ['WordDocument', 'It is an old Word document: export the messages as a workbook (.xlsx), as CSV or as JSON.'],
];

/** Share of letters that no text has above which it is none. [P] */
const RUBBISH = 0.05;

/**
 * Tells a workbook from a text by what is in the file; its name says nothing.
 *
 * @throws Unreadable where it is empty, or neither of them
 */
export async function kindOfFile(beginning: Buffer): Promise<'workbook' | 'text'> {
  if (beginning.length === 0) throw new Unreadable('The file is empty.');
  if (beginning.toString('latin1', 0, 2) === 'PK' && [3, 5].includes(beginning[2] ?? 0)) return 'workbook';
  if (beginning.toString('hex', 0, 8) === COMPOUND) throw new Unreadable(inCompound(beginning));
  const type = await fileTypeFromBuffer(beginning);
  if (type && type.ext !== 'xml') {
    const what =
      OTHERS[type.ext] ?? `It is no extract, but ${type.mime}: export the messages as a workbook, as CSV or as JSON.`;
    throw new Unreadable(what);
  }
  return 'text';
}

function inCompound(beginning: Buffer): string {
  const [, what] = IN_COMPOUND.find(([name]) => beginning.includes(Buffer.from(name, 'utf16le'))) ?? [];
  return (
    what ??
    'It is an old Office document, or one locked with a password: save it as an Excel workbook (.xlsx) without a password.'
  );
}

/** @throws Unreadable where it is none that people write, or a form of text that no messages are read from */
export function requireMessages(text: string): void {
  const [letters] = [text.slice(0, 65_536)];
  if (letters.trim() === '') throw new Unreadable('The file is empty.');
  const rubbish = letters.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]/g)?.length ?? 0;
  if (rubbish > letters.length * RUBBISH)
    throw new Unreadable('It is no text: export the messages as a workbook (.xlsx), as CSV or as JSON.');
  if (/^\s*<(\?xml|!doctype|html|[a-z][\w:]*[\s>])/i.test(letters))
    throw new Unreadable('It is XML or a web page: export the messages as a workbook (.xlsx), as CSV or as JSON.');
}
