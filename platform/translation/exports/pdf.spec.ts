import { Writable } from 'node:stream';
import { GLOSS_NOTE, PRODUCT_NOTE, type ProductHeader, type ProductRow } from '../../../domain/translation/product-row';
import { pdfContents } from '../../../test/support/pdf-contents';
import { Gathered, HARD_TEXTS, inBatches, PRODUCT_HEADER, productRow } from '../../../test/support/translated-product';
import { writeProductPdf } from './pdf';

async function written(rows: readonly ProductRow[], header: ProductHeader = PRODUCT_HEADER, limit = 1_000) {
  const out = new Gathered();
  await writeProductPdf(header, inBatches(rows), out, limit);
  const { pages, heights, embedded, dictionaries } = pdfContents(out.bytes);
  return { pages, heights, embedded, dictionaries, text: pages.join('\n'), bytes: out.bytes };
}
const spaced = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('a product as PDF', () => {
  it('says on its first page what it is, with the note', async () => {
    const { pages } = await written([productRow()]);
    const first = spaced(pages[0] ?? '');
    for (const said of [
      PRODUCT_NOTE,
      'OP-2026-014',
      'JDS/4',
      PRODUCT_HEADER.sha256,
      'flagged “movement”; in Hungarian',
    ])
      expect(first).toContain(said);
    expect(first).toContain('Messages in the extract 120');
  });

  it('has its marking at the head and foot of each page, and numbers its pages', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => productRow({ row: at + 1, thread: `Thread ${at >> 3}` }));
    const { pages } = await written(rows, { ...PRODUCT_HEADER, marking: 'SECRET – UK EYES' });
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, at) => {
      expect(page.match(/^SECRET – UK EYES$/gm)?.length).toBe(at === 0 ? 3 : 2);
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
    });
  });

  it.each(HARD_TEXTS.filter((text) => /^[\p{Script=Latin}\p{Script=Cyrillic}\p{P}\p{Z}]+$/u.test(text)))(
    'has the letters of %s',
    async (text) => {
      const { text: read } = await written([productRow({ original: text, english: null, kind: 'none' })]);
      expect(spaced(read)).toContain(spaced(text.trim()));
    },
  );

  it('shows what its fonts lack, and what is not to be seen, as codes, and says so once', async () => {
    const { text } = await written([
      productRow({ original: '你好 🚗👨‍👩‍👧 é ok❤️', english: 'a\u202Egnp.exe\0' }),
      productRow({ original: 'x🚗', english: null, kind: 'none' }),
    ]);
    expect(spaced(text)).toContain('[U+4F60 U+597D] [U+1F697 U+1F468 U+200D U+1F469 U+200D U+1F467] é ok❤ ');
    expect(text).toContain('a[U+202E]gnp.exe[U+0000]');
    expect(text.match(/stands as its Unicode code/g)).toHaveLength(1);
  });

  it('embeds its fonts', async () => {
    const { embedded, dictionaries } = await written([productRow()]);
    expect([...embedded].sort()).toEqual(['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold']);
    expect(dictionaries.filter((one) => one.includes('/Subtype /Type1'))).toEqual([]);
  });

  it('is tagged, with its title, its language, and that of each original', async () => {
    const { dictionaries, bytes } = await written([productRow({ language: 'hu' }), productRow({ language: 'und' })]);
    const catalogue = dictionaries.find((one) => one.includes('/Type /Catalog')) ?? '';
    expect(catalogue).toMatch(/\/Lang \(en-GB\)/);
    expect(catalogue).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(dictionaries.filter((one) => one.includes('/Marked true'))).toHaveLength(1);
    expect(dictionaries.filter((one) => one.includes('/DisplayDocTitle true'))).toHaveLength(1);
    expect(bytes.toString('latin1')).toContain('(OP-2026-014: translated messages of exhibit JDS/4)');
    expect(dictionaries.filter((one) => /\/S \/P\n\/Lang \(hu\)/.test(one))).toHaveLength(1);
    expect(dictionaries.filter((one) => one.includes('/Lang (und)'))).toEqual([]);
  });

  it('puts messages under their thread, with who, when and what is wrong', async () => {
    const { text } = await written([
      productRow({ thread: 'Kati' }),
      productRow({ row: 2, thread: 'Kati' }),
      productRow({ row: 3, thread: null, sentAt: null, sender: null, problem: 'Its time cannot be read.' }),
    ]);
    expect(text.match(/^Thread: Kati$/gm)).toHaveLength(1);
    expect(text).toContain('Messages of no named thread');
    expect(text).toContain(
      'Row 1  ·  2026-03-01 09:30:00 UTC  ·  +36301234567 Kati → +447700900123  ·  received  ·  language hu',
    );
    expect(text).toContain('Row 3  ·  time not readable  ·  sender not known');
    expect(text).toContain('Problem: Its time cannot be read.');
  });

  it('says of each message what its English is, who corrected it, and what is flagged', async () => {
    const { text } = await written([
      productRow({ kind: 'gloss', provider: 'gloss', english: 'when come' }),
      productRow({ kind: 'original', english: null, original: 'OK then', provider: null }),
      productRow({ kind: 'none', english: null, provider: null }),
      productRow({
        correction: 'When will you come?',
        correctedBy: 'PC 4411',
        flags: [{ theme: 'movement', term: 'jössz' }],
      }),
    ]);
    expect(text).toContain(`when come\n${GLOSS_NOTE} (gloss)`);
    expect(text).toContain('OK then\nkept as written');
    expect(text).toContain('Mikor jössz?\nnot translated');
    expect(text).toContain(
      'When will you come?\ncorrected by PC 4411\nmachine translation (azure): When are you coming?\nFlagged: movement (jössz)',
    );
  });

  it('holds so many messages at most, and says how many there are in all', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => productRow({ row: at + 1 }));
    const header = { ...PRODUCT_HEADER, counts: { ...PRODUCT_HEADER.counts, selected: 9 } };
    const { text } = await written(rows, header, 5);
    expect(text.match(/^Row \d+/gm)).toEqual(['Row 1', 'Row 2', 'Row 3', 'Row 4', 'Row 5']);
    expect(spaced(text)).toContain('This PDF holds the first 5 of the 9 messages selected.');
    expect(text).toContain('End: 5 of 9 messages selected.');
    expect((await written(rows, header)).text).toContain('This PDF holds all 9 messages selected.');
  });

  it('puts a message that is longer than a page on as many as it takes, and loses nothing of it', async () => {
    const words = Array.from({ length: 1_500 }, (_, at) => `szó${at}`);
    const { pages, heights, text } = await written([
      productRow({ original: words.join(' '), english: words.join('-') }),
    ]);
    expect(pages.length).toBeGreaterThan(3);
    // The last four pieces of a page are its head and foot.
    for (const page of heights) expect(Math.min(...page.slice(0, -4))).toBeGreaterThan(60);
    const read = spaced(text);
    for (const word of words) expect(read).toContain(`${word} `);
    expect(text.match(/[szó\d-]{20,}/g)?.join('')).toBe(words.join('-'));
  });

  it('is the same bytes each time', async () => {
    const first = await written([productRow()]);
    const second = await written([productRow()]);
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });

  it('fails with what its rows fail with, and with what its reader fails with', async () => {
    async function* failing() {
      yield await Promise.resolve([productRow()]);
      throw new Error('The database is away.');
    }
    await expect(writeProductPdf(PRODUCT_HEADER, failing(), new Gathered(), 9)).rejects.toThrow(
      'The database is away.',
    );
    const gone = new Writable({ write: (_chunk, _encoding, done) => done(new Error('The reader went away.')) });
    const rows = inBatches([productRow()]);
    await expect(writeProductPdf(PRODUCT_HEADER, rows, gone, 9)).rejects.toThrow('The reader went away.');
  });
});
