import { Readable } from 'node:stream';
import fc from 'fast-check';
import type { Encoding, Mapping } from '../../domain/profiles/mapping.schema';
import { csvRows, type CsvRow } from './csv';
import { EncodingDetector } from './encoding';

async function read(
  content: Buffer | string,
  encoding: Encoding = 'utf-8',
  delimiter: Mapping['delimiter'] = ',',
  piece = 7,
) {
  const bytes = Buffer.from(content as string);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
    bytes.subarray(at * piece, (at + 1) * piece),
  );
  const rows: CsvRow[] = [];
  for await (const batch of csvRows(Readable.from(pieces), { encoding, delimiter })) rows.push(...batch.rows);
  return rows;
}

describe('reading CSV', () => {
  it('gives the cells of every record and the line it begins at, whatever is quoted and wherever it is cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '😀', ' ', 'Ж'), maxLength: 6 });
    const records = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 40 }), async (written, piece) => {
        const text = written.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
        const rows = await read(text, 'utf-8', ',', piece);
        expect(rows.map(({ cells }) => cells)).toEqual(written);
        let line = 1;
        for (const [at, row] of rows.entries()) {
          expect(row.line).toBe(line);
          line += 1 + (written[at] as string[]).join('').split('\n').length - 1;
        }
      }),
    );
  });

  it('leaves blank lines out and counts them', async () => {
    expect(await read('a,b\r\n\r\n\r\nc,d\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['c', 'd'] },
    ]);
  });

  it('reads what is larger than it holds at once, in the order written', async () => {
    const lines = Array.from({ length: 60_000 }, (_, nth) => `${nth},"x\ny"`);
    const rows = await read(lines.join('\n'), 'utf-8', ',', 100_000);
    expect(rows.map(({ cells }) => Number(cells[0]))).toEqual(lines.map((_, nth) => nth));
    expect(rows.at(-1)?.line).toBe(2 * 59_999 + 1);
  });

  it('says where a quotation mark was opened that is never closed', async () => {
    const endless = `a,b\nc,d\ne,"${'f,g\n'.repeat(1_500_000)}`;
    await expect(read(endless, 'utf-8', ',', 1_000_000)).rejects.toThrow(/begins at line 3 is longer than 2,000,000/);
  });

  it('does not take bytes of another encoding', async () => {
    await expect(read(Buffer.from('a,b\nM\xfcller,x\n', 'latin1'))).rejects.toThrow(/no utf-8/);
  });
});

describe('the encoding of a file', () => {
  const found = (content: Buffer, declared?: Encoding) => {
    const detector = new EncodingDetector();
    detector.add(content);
    return detector.found(declared);
  };
  const ROMANIAN = 'Șerban Ștefănescu din Brașov și Mădălina Țuțuca din Iași. '.repeat(5);

  it.each([
    ['utf-8', Buffer.from(ROMANIAN)],
    ['utf-8', Buffer.from('plain')],
    ['utf-16le', Buffer.from('\ufeffname,birth\n', 'utf16le')],
    ['utf-16le', Buffer.from('name,birth\n', 'utf16le')],
    ['windows-1252', Buffer.from('Zoë Müller, café, naïve, Renée and André were seen at the café again', 'latin1')],
  ] as const)('is found out: %s', (encoding, content) => {
    expect(found(content)).toBe(encoding);
  });

  it('is found out wherever the file is cut, and a letter that never ends is none', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', 'Ж', '€', '😀', '\n'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (written, piece) => {
        const bytes = Buffer.from(written);
        const detectorOf = (content: Buffer) => {
          const detector = new EncodingDetector();
          for (let at = 0; at < content.length; at += piece) detector.add(content.subarray(at, at + piece));
          return detector;
        };
        expect(detectorOf(bytes).found('utf-8')).toBe('utf-8');
        const unended = Buffer.concat([bytes, Buffer.from('€').subarray(0, 1 + (piece % 2))]);
        expect(() => detectorOf(unended).found('utf-8')).toThrow(/says utf-8, and the file is probably windows-125/);
      }),
    );
  });

  it('is never one that the file surely does not have', () => {
    expect(() => found(Buffer.from(ROMANIAN), 'windows-1252')).toThrow(/says windows-1252, and the file is utf-8/);
    expect(() => found(Buffer.from('Zo\xeb', 'latin1'), 'utf-8')).toThrow(
      /says utf-8, and the file is probably windows-125/,
    );
    expect(() => found(Buffer.from('plain text'), 'utf-16le')).toThrow(/utf-16le/);
  });

  it.each([
    ['', /empty/],
    ['504b0304', /ZIP archive or a spreadsheet/],
    ['1f8b0800', /compressed/],
    ['25504446', /PDF/],
  ])('refuses what is no text: %s', (begins, says) => {
    expect(() => found(Buffer.from(`${begins}${begins && '00'.repeat(50)}`, 'hex'))).toThrow(says);
  });
});
