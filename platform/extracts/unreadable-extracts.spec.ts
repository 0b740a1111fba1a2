import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { inArchive, workbookParts, zip } from '../../test/support/zip';
import { extractMapping } from '../../domain/translation/extract-mapping.schema';
import { Unreadable } from '../profiles/unreadable';
import { readExtract } from './read-extract';
import { recogniseExtract } from './recognise';

const opened = (content: Buffer | string) => () => Promise.resolve(Readable.from([Buffer.from(content as string)]));

async function failure(content: Buffer | string, name = 'extract.csv'): Promise<string> {
  const error: unknown = await recogniseExtract(opened(content), name).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unreadable);
  return (error as Unreadable).message;
}

const SHEET = 'xl/worksheets/sheet1.xml';
const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const sheetOf = (...rows: string[][]) =>
  `<worksheet><sheetData>${rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`;
const compound = (name: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_016),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(400),
  ]);

describe('a file that cannot be read is refused with what to do', () => {
  it.each([
    ['nothing', '', /^The file is empty\.$/],
    ['blank lines', '\n\r\n  \n', /^The file is empty\.$/],
    ['a header alone', 'From,To,Body\r\n', /a header and no message/],
    ['a PDF', '%PDF-1.7\n1 0 obj\n', /PDF document: export the messages as/],
    ['a locked workbook', compound('EncryptedPackage'), /locked with a password: open it, save it without one/],
    ['an old workbook', compound('Workbook'), /old workbook \(\.xls\): save it as/],
    ['another old document', compound('Something'), /old Office document, or one locked/],
    ['a database', `SQLite format 3\0${'\0'.repeat(100)}`, /database of an application/],
    ['compressed text', Buffer.from('1f8b0800000000000003', 'hex'), /compressed: unpack it/],
    ['a web page', '<!doctype html><html><body>Chat</body></html>', /XML or a web page/],
    ['XML', '<?xml version="1.0"?><report><message/></report>', /XML or a web page/],
    ['prose', 'It was a dark night\nand nothing was heard\n', /No columns can be told apart/],
    ['a list within JSON', '{"name":"chat","messages":[{"from":"A","text":"x"}]}', /list within it, “messages”/],
    ['JSON that is none', '{nothing at all\nnothing\n', /no JSON that can be read/],
  ])('%s', async (_, content, says) => {
    expect(await failure(content)).toMatch(says);
  });

  it('bytes that mean nothing', async () => {
    const bytes = Buffer.alloc(20_000);
    for (let at = 0, seed = 7; at < bytes.length; at++)
      bytes[at] = (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16;
    expect(await failure(bytes)).toMatch(/It is no text|It is no extract/);
  });

  it.each([
    ['a Word document', 'word/document.xml', /Word document/],
    ['an OpenDocument', 'content.xml', /OpenDocument file: save it as/],
    ['a binary workbook', 'xl/workbook.bin', /binary workbook \(\.xlsb\)/],
    ['a chat in an archive', '_chat.txt', /exported chat in an archive: unpack it/],
    ['files in an archive', 'a.csv', /archive: unpack it/],
  ])('%s', async (_, name, says) => {
    expect(await failure(zip([inArchive(name, 'x')]), 'extract.xlsx')).toMatch(says);
  });

  it('a workbook that is damaged', async () => {
    const sound = zip(workbookParts(inArchive(SHEET, sheetOf(['From', 'Body'], ['A', 'x']))));
    expect(await failure(sound.subarray(0, -30))).toMatch(/The workbook is damaged/);
    const open = zip(workbookParts(inArchive(SHEET, sheetOf(['From', 'Body'], ['A', 'x']).slice(0, -20))));
    expect(await failure(open)).toMatch(/The workbook is damaged/);
    const none = zip(workbookParts(inArchive(SHEET, sheetOf(['From', 'Body']))));
    expect(await failure(none)).toMatch(/no message: each of its sheets/);
  });

  it('a workbook with a part that is locked', async () => {
    const locked = { ...inArchive(SHEET, sheetOf(['From', 'Body'])), isLocked: true };
    expect(await failure(zip(workbookParts(locked)))).toMatch(/locked with a password/);
  });

  it('a workbook that unpacks to far more than it should, by what it says and by what it is', async () => {
    const bomb = Buffer.alloc(80_000_000, 0x20);
    expect(await failure(zip(workbookParts({ name: SHEET, content: bomb })))).toMatch(/far more than it should/);
    const liar = { name: SHEET, content: Buffer.alloc(1_000_000, 0x20), saysLength: 1_000 };
    expect(await failure(zip(workbookParts(liar)))).toMatch(/damaged \(too many bytes/);
    expect(await failure(zip([], 60_000))).toMatch(/far more than it should|damaged/);
  });

  it('a workbook in which something never ends', async () => {
    const endless = Buffer.from(
      `<worksheet><sheetData><row><c t="inlineStr"><is><t>${'abcdefghij0123'.repeat(1_500_000)}`,
    );
    expect(await failure(zip(workbookParts({ name: SHEET, content: endless })))).toMatch(/never ends/);
  });

  it('a line that never ends', async () => {
    const mapping = extractMapping.parse({ format: 'delimited', delimiter: ',', columns: { text: 'Body' } });
    const reading = async (content: string, quoted: boolean) => {
      for await (const _ of readExtract(opened(content), { ...mapping, quoted }));
    };
    const endless = `From,Body\nA,x\nB,"${'f,g\n'.repeat(1_500_000)}`;
    await expect(reading(endless, true)).rejects.toThrow(/begins at line 3 is longer than/);
    await expect(reading(`From,Body\n${'x'.repeat(3_000_000)}`, false)).rejects.toThrow(/Line 2 is longer than/);
  });

  it('a mapping of another file', async () => {
    const mapping = extractMapping.parse({ format: 'delimited', delimiter: ',', columns: { text: 'Body' } });
    const reading = async () => {
      for await (const _ of readExtract(opened('From,Text\nA,x\n'), mapping));
    };
    await expect(reading()).rejects.toThrow('The file has no column “Body”. It has: “From”, “Text”.');
  });
});

describe('a file with another’s ending is read by what is in it', () => {
  it('a workbook called CSV, and text called workbook', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('S').addRows([
      ['From', 'Text', 'Time'],
      ['A', 'szia', '2021-12-31T23:59:59Z'],
    ]);
    const inWorkbook = await recogniseExtract(opened(Buffer.from(await workbook.xlsx.writeBuffer())), 'a.csv');
    expect([inWorkbook.mapping.format, inWorkbook.asks[0]]).toEqual([
      'xlsx',
      expect.stringMatching(/“a.csv” is read as a workbook/),
    ]);
    const inText = await recogniseExtract(opened('From,Text,Time\nA,szia,2021-12-31T23:59:59Z\n'), 'a.xlsx');
    expect([inText.mapping.format, inText.asks[0]]).toEqual([
      'delimited',
      expect.stringMatching(/is read as delimited text/),
    ]);
  });
});
