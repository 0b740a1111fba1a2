import type { FileType } from '../../codes';

/** A file of the operation. Its bytes lie in the file store by their digest; its name is on the timeline, as a text. */
export interface OperationFile {
  readonly id: string;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: FileType;
  readonly status: 'kept' | 'erased';
}

export interface FilesState {
  readonly files: readonly OperationFile[];
}

export const files: FilesState = { files: [] };
