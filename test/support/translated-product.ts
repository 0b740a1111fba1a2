import { Writable } from 'node:stream';
import type { ProductHeader, ProductRow } from '../../domain/translation/product-row';

/** Invented. */
export const PRODUCT_HEADER: ProductHeader = {
  operation: 'OP-2026-014',
  translation: '018f9d2e-5b7a-7c3e-9f00-2f1d5c6b7a88',
  marking: 'OFFICIAL-SENSITIVE',
  exhibit: 'JDS/4',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  generatedAt: '2026-03-09T08:15:00Z',
  providers: ['azure', 'gloss'],
  counts: {
    messages: 120,
    selected: 3,
    translated: 1,
    glossed: 1,
    keptAsWritten: 0,
    notTranslated: 1,
    corrected: 0,
  },
  filters: ['flagged “movement”', 'in Hungarian'],
};

/** A message of a product, with what is of interest in it. */
export const productRow = (parts: Partial<ProductRow> = {}): ProductRow => ({
  row: 1,
  thread: 'Kati',
  sender: '+36301234567 Kati',
  recipient: '+447700900123',
  sentAt: '2026-03-01T09:30:00Z',
  direction: 'in',
  language: 'hu',
  original: 'Mikor jössz?',
  english: 'When are you coming?',
  kind: 'translation',
  provider: 'azure',
  correction: null,
  correctedBy: null,
  flags: [],
  entities: [],
  media: null,
  problem: null,
  ...parts,
});

/** Originals in the letters of the languages that the unit meets, and what is hard to write to a file. */
export const HARD_TEXTS: readonly string[] = [
  'Árvíztűrő tükörfúrógép, ŐŰ őű',
  'Țara și ghiță; Ţară şi',
  'Tôi sẽ gửi tiền về cho mẹ vào ngày mai, được không?',
  'Утре в шест ще дойдат. Ѓорѓи Ќ',
  'Çfarë po bën? Ëndërr',
  'Zażółć gęślą jaźń',
  'Kde si? Ďaleko, ľúbim ťa',
  'مرحبا كيف حالك اليوم 123',
  'אני בדרך',
  '你好，今天几点',
  '🔥👨‍👩‍👧 ok ❤️',
  'a "quoted", one\nand a second line; <b>&amp;</b> ]]>',
  '  spaces before and after  ',
];

/** Texts that a spreadsheet would run. */
export const FORMULAS: readonly string[] = [
  '=1+1',
  '=HYPERLINK("http://example.invalid","x")',
  '+36301234567',
  '-2',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1',
  '\n=1',
  '＝1+1',
];

/** In batches, as the database gives them. */
export async function* inBatches<Row>(rows: readonly Row[], size = 2): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield await Promise.resolve(rows.slice(at, at + size));
}

/** What is written to it, whole. */
export class Gathered extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}
