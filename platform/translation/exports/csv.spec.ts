import { Writable } from 'node:stream';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { GLOSS_NOTE, PRODUCT_COLUMNS, PRODUCT_NOTE, type ProductRow } from '../../../domain/translation/product-row';
import {
  FORMULAS,
  Gathered,
  HARD_TEXTS,
  inBatches,
  PRODUCT_HEADER,
  productRow,
} from '../../../test/support/translated-product';
import { writeProductCsv } from './csv';

const HEAD = PRODUCT_COLUMNS.map(({ title }) => title);

async function written(rows: readonly ProductRow[]) {
  const out = new Gathered();
  await writeProductCsv(PRODUCT_HEADER, inBatches(rows), out);
  const text = out.bytes.toString('utf8');
  const records = Papa.parse<string[]>(text.slice(1), { newline: '\r\n' }).data;
  const at = records.findIndex((cells) => cells.length === HEAD.length && cells[0] === HEAD[0]);
  const table = records.slice(at, -1);
  const cell = (row: number, title: string) => table[row]?.[HEAD.indexOf(title)];
  return { text, above: records.slice(0, at), table, cell };
}

describe('a product as CSV', () => {
  it('begins with a byte order mark, its marking, and the note', async () => {
    const { text, above } = await written([productRow()]);
    expect(text.startsWith('\uFEFFMarking,OFFICIAL-SENSITIVE\r\n')).toBe(true);
    expect(above).toContainEqual(['Note', PRODUCT_NOTE]);
    expect(above).toContainEqual(['SHA-256 of the original', PRODUCT_HEADER.sha256]);
    expect(above).toContainEqual(['Selected by', 'flagged “movement”; in Hungarian']);
    expect(above.at(-1)).toEqual(['']);
  });

  it('gives back every original and English as they were', async () => {
    const rows = HARD_TEXTS.map((text, at) => productRow({ row: at + 1, original: text, english: text }));
    const { table, cell } = await written(rows);
    expect(table).toHaveLength(HARD_TEXTS.length + 1);
    HARD_TEXTS.forEach((text, at) => {
      expect(cell(at + 1, 'Original')).toBe(text);
      expect(cell(at + 1, 'English')).toBe(text);
    });
  });

  it.each(FORMULAS)('lets no spreadsheet run %j, in any column', async (formula) => {
    const row = productRow({ original: formula, sender: formula, thread: formula, media: formula });
    const { cell } = await written([row]);
    for (const title of ['Original', 'Sender', 'Thread', 'Media']) expect(cell(1, title)).toBe(`'${formula}`);
  });

  it('says of each message what its English is', async () => {
    const { table, cell } = await written([
      productRow({ kind: 'gloss' }),
      productRow({ kind: 'none', english: null }),
      productRow({ correction: 'When will you come?', correctedBy: 'PC 4411' }),
    ]);
    expect(table).toHaveLength(4);
    expect(cell(1, 'What the English is')).toBe(GLOSS_NOTE);
    expect([cell(2, 'What the English is'), cell(2, 'English')]).toEqual(['not translated', '']);
    expect([cell(3, 'English'), cell(3, 'Corrected English'), cell(3, 'Corrected by')]).toEqual([
      'When are you coming?',
      'When will you come?',
      'PC 4411',
    ]);
  });

  it('has one record for each message, whatever is in it', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\r', '\n', '\0', '\uD83D', '=', "'", ' ', 'ű', '🔥'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 7 }), async (texts) => {
        const { table, cell } = await written(
          texts.map(([original, thread], at) => productRow({ row: at + 1, original, thread })),
        );
        expect(table).toHaveLength(texts.length + 1);
        texts.forEach((_, at) => expect(cell(at + 1, 'Row')).toBe(String(at + 1)));
      }),
    );
  });

  it('takes the next rows only when there is room for them', async () => {
    let taken = 0;
    let release = () => {};
    const rows = Array.from({ length: 400 }, (_, at) => productRow({ row: at + 1, original: 'ő'.repeat(2_000) }));
    async function* counted() {
      for await (const batch of inBatches(rows, 4)) {
        taken += batch.length;
        yield batch;
      }
    }
    const out = new Writable({ write: (_chunk, _encoding, done) => void (release = done) });
    const writing = writeProductCsv(PRODUCT_HEADER, counted(), out);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(taken).toBeLessThan(100);
    out.destroy(new Error('The reader went away.'));
    release();
    await expect(writing).rejects.toThrow('The reader went away.');
  });

  it('fails with what its rows fail with', async () => {
    async function* failing() {
      yield await Promise.resolve([productRow()]);
      throw new Error('The database is away.');
    }
    await expect(writeProductCsv(PRODUCT_HEADER, failing(), new Gathered())).rejects.toThrow('The database is away.');
  });
});
