import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { GLOSS_NOTE, PRODUCT_COLUMNS, PRODUCT_NOTE, type ProductRow } from '../../../domain/translation/product-row';
import {
  FORMULAS,
  Gathered,
  HARD_TEXTS,
  inBatches,
  PRODUCT_HEADER,
  productRow,
} from '../../../test/support/translated-product';
import { writeProductXlsx } from './xlsx';
import { CELL_LIMIT, columnName, rowXml } from './xlsx-cells';

const HEAD = PRODUCT_COLUMNS.map(({ title }) => title);
const columnOf = (title: string) => HEAD.indexOf(title) + 1;

async function written(rows: readonly ProductRow[], options?: { messagesOfASheet: number }, header = PRODUCT_HEADER) {
  const out = new Gathered();
  await writeProductXlsx(header, inBatches(rows), out, options);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(out.bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const sheet = (name: string) => book.getWorksheet(name) as ExcelJS.Worksheet;
  const cell = (row: number, title: string) =>
    sheet('Messages')
      .getRow(row + 1)
      .getCell(columnOf(title));
  return { book, sheet, cell };
}

describe('a product as a workbook', () => {
  it('says on its first sheet what it is, under its marking and with the note', async () => {
    const { book, sheet } = await written([productRow({ kind: 'gloss' })]);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['About', 'Messages']);
    const lines = sheet('About')
      .getSheetValues()
      .slice(1)
      .map((values) => (values as string[]).slice(1));
    expect(lines[0]).toEqual(['Marking', 'OFFICIAL-SENSITIVE']);
    expect(lines).toContainEqual(['Note', PRODUCT_NOTE]);
    expect(lines).toContainEqual(['Messages selected', '3']);
  });

  it('prints its marking at the head and foot of each page, also one with signs that Excel reads as codes', async () => {
    const { sheet } = await written([productRow()], undefined, { ...PRODUCT_HEADER, marking: 'R&D <SECRET>' });
    expect(sheet('Messages').headerFooter.oddHeader).toBe('&C&BR&&D <SECRET>');
    expect(sheet('Messages').headerFooter.oddFooter).toBe('&C&BR&&D <SECRET>&B&RPage &P of &N');
  });

  it('keeps its head in sight, with a filter over all rows', async () => {
    const { sheet } = await written([productRow(), productRow({ row: 2 })]);
    expect(sheet('Messages').getRow(1).values).toEqual([undefined, ...HEAD]);
    expect(sheet('Messages').views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet('Messages').autoFilter).toBe(`A1:${columnName(HEAD.length - 1)}3`);
  });

  it('gives back every original and English as they were', async () => {
    const { cell } = await written(HARD_TEXTS.map((text) => productRow({ original: text, english: text })));
    HARD_TEXTS.forEach((text, at) => {
      expect(cell(at + 1, 'Original').text).toBe(text);
      expect(cell(at + 1, 'English').text).toBe(text);
    });
  });

  it('writes what Excel reads as the code of a character in the way in which Excel gives it back', () => {
    // ExcelJS does not read this way of writing in string cells, so what is written is looked at.
    expect(rowXml(1, ['_x0041_ _x00e1_ _x1_ x0041_'])).toContain('>_x005F_x0041_ _x005F_x00e1_ _x1_ x0041_<');
  });

  it.each(FORMULAS)('writes %j as a text that stays one when it is edited', async (formula) => {
    const { cell } = await written([productRow({ original: formula, sender: formula })]);
    for (const title of ['Original', 'Sender']) {
      expect(cell(1, title).formula).toBeUndefined();
      expect(cell(1, title).text).toBe(formula.replace('\r', '\n'));
      expect(cell(1, title).numFmt).toBe('@');
    }
  });

  it('replaces what XML cannot hold, and no row is lost by it', async () => {
    const { cell, sheet } = await written([
      productRow({ original: 'a\0b\uD83Dc\u000B' }),
      productRow({ row: 2, original: 'jó' }),
    ]);
    expect(cell(1, 'Original').text).toBe('a␀b�c␋');
    expect(cell(2, 'Original').text).toBe('jó');
    expect(sheet('Messages').rowCount).toBe(3);
  });

  it('says of each message what its English is, and keeps its number a number', async () => {
    const { cell } = await written([productRow({ row: 7, kind: 'gloss' })]);
    expect(cell(1, 'What the English is').text).toBe(GLOSS_NOTE);
    expect(cell(1, 'Row').value).toBe(7);
  });

  it('goes on to another sheet where one is full, with a head of its own', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => productRow({ row: at + 1 }));
    const { book, sheet } = await written(rows, { messagesOfASheet: 3 });
    expect(book.worksheets.map(({ name }) => name)).toEqual(['About', 'Messages', 'Messages 2', 'Messages 3']);
    const numbers = ['Messages', 'Messages 2', 'Messages 3'].map((name) => sheet(name).getColumn(1).values.slice(1));
    expect(numbers).toEqual([
      ['Row', 1, 2, 3],
      ['Row', 4, 5, 6],
      ['Row', 7],
    ]);
  });

  it('has no empty last sheet where the messages just fill one', async () => {
    const { book } = await written([productRow(), productRow({ row: 2 })], { messagesOfASheet: 2 });
    expect(book.worksheets.map(({ name }) => name)).toEqual(['About', 'Messages']);
  });

  it('has its head alone where no message was selected', async () => {
    const { sheet } = await written([]);
    expect(sheet('Messages').rowCount).toBe(1);
  });

  it('cuts what is too long for a cell, says so, and breaks no character', async () => {
    const { cell } = await written([productRow({ original: '🔥'.repeat(20_000) })]);
    const { text } = cell(1, 'Original');
    expect(text).toMatch(/^(🔥)+ \[…cut: of 40,000 characters\. The CSV has them all\.\]$/u);
    expect(text.length).toBeGreaterThan(CELL_LIMIT - 2);
    expect(text.length).toBeLessThanOrEqual(CELL_LIMIT);
  });

  it('fails with what its rows fail with, and with what its reader fails with, and ends the rows', async () => {
    let ended = 0;
    async function* endless(fails: boolean) {
      try {
        for (let row = 1; ; row += 1) {
          if (fails && row === 3) throw new Error('The database is away.');
          yield await Promise.resolve([productRow({ row })]);
        }
      } finally {
        ended += 1;
      }
    }
    await expect(writeProductXlsx(PRODUCT_HEADER, endless(true), new Gathered())).rejects.toThrow(
      'The database is away.',
    );
    let bytes = 0;
    const gone = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        done(bytes > 50_000 ? new Error('The reader went away.') : null);
      },
    });
    await expect(writeProductXlsx(PRODUCT_HEADER, endless(false), gone)).rejects.toThrow('The reader went away.');
    expect(ended).toBe(2);
  });
});

describe('names of columns', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%d is %s', (place, name) => {
    expect(columnName(place)).toBe(name);
  });
});
