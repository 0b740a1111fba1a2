import type { ProductHeader, ProductRow } from '../../../domain/translation/product-row';
import { runInThread } from '../../threads/kept-thread';

/** Messages that a PDF holds at most: more is not read on paper, and is in the CSV and the workbook. [P] */
export const PDF_MESSAGES = 2_000;

export interface PdfTask {
  readonly header: ProductHeader;
  readonly rows: readonly ProductRow[];
}

/** All pages of a PDF are in memory until the last is made. */
const LIMITS = { maxOldGenerationSizeMb: 512 };

let before: Promise<unknown> = Promise.resolve();

/** Makes a product's PDF in a thread of its own, one at a time: it takes seconds, and much memory. */
export function productPdf(header: ProductHeader, rows: readonly ProductRow[]): Promise<Uint8Array> {
  const task: PdfTask = { header, rows };
  const made = before.then(() =>
    runInThread<PdfTask, Uint8Array>('platform/translation/exports/pdf-thread.main.js', task, LIMITS),
  );
  before = made.catch(() => undefined);
  return made;
}
