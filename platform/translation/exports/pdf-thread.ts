import type { ProductHeader, ProductRow } from '../../../domain/translation/product-row';
import { KeptThread } from '../../threads/kept-thread';

/** Messages that a PDF holds at most: more is not read on paper, and is in the CSV and the workbook. [P] */
export const PDF_MESSAGES = 2_000;

export interface PdfTask {
  readonly header: ProductHeader;
  readonly rows: readonly ProductRow[];
}

/** All pages of a PDF are in memory until the last is made. */
const LIMITS = { maxOldGenerationSizeMb: 512 };

/** How long the thread is kept for another one. [P] */
const IDLE_MS = 1_000;

const thread = new KeptThread<PdfTask, Uint8Array>('platform/translation/exports/pdf-thread.main.js', {
  limits: LIMITS,
  idleMs: IDLE_MS,
});

/** Makes a product's PDF in a thread of its own, one at a time: it takes seconds, and much memory. */
export const productPdf = (header: ProductHeader, rows: readonly ProductRow[]): Promise<Uint8Array> =>
  thread.ask({ header, rows });
