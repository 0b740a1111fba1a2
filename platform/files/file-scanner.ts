import type { FileScan } from '../../domain/operation/codes';

/** What a scanner says of a file: how it stands recorded, or the name of what it was found to carry. */
export type Scanned = { readonly scan: FileScan } | { readonly signature: string };

/** Looks into a file before it is kept. */
export interface FileScanner {
  /** @throws FilesAway when there is no verdict */
  scan(file: string): Promise<Scanned>;
}

/** Where no scanner is configured: the record says so of each file. */
export const noScanner: FileScanner = { scan: () => Promise.resolve({ scan: 'not-scanned' }) };
