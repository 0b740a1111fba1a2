import type { Readable } from 'node:stream';

/** Where the bytes of files are kept, each under the SHA-256 of its content, in hexadecimal. */
export interface FileStore {
  /** Stores a file's content whole or not at all; anew where it is there already. The file itself may be moved away. */
  put(sha256: string, file: string): Promise<void>;
  /** @throws NotStored where there is no such content */
  open(sha256: string): Promise<Readable>;
  /** Removes content; where there is none, that is well. */
  remove(sha256: string): Promise<void>;
}

/** The store has no such content. */
export class NotStored extends Error {
  constructor(sha256: string) {
    super(`The file store does not hold ${sha256}`);
  }
}

/** The file store or the virus scanner gave no answer: the same may succeed later. The message is for people. */
export class FilesAway extends Error {}
