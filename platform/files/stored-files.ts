import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { NotStored, type FileStore } from './file-store';
import { Damaged, intact } from './intact';

/** Looks whether files are in the store as they were attached; each content is read once, however often it is asked about. */
export class StoredFiles {
  private readonly known = new Map<string, Promise<string | undefined>>();

  constructor(private readonly store: FileStore) {}

  /** What is wrong with a content, as the end of a sentence about it; nothing where it is as it should be. */
  problemOf(sha256: string): Promise<string | undefined> {
    const known = this.known.get(sha256) ?? this.look(sha256);
    this.known.set(sha256, known);
    return known;
  }

  /** How many different contents have been asked about. */
  get count(): number {
    return this.known.size;
  }

  private async look(sha256: string): Promise<string | undefined> {
    try {
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      await pipeline(await this.store.open(sha256), intact(sha256), nowhere);
      return undefined;
    } catch (error) {
      if (error instanceof NotStored) return 'is not in the file store';
      if (error instanceof Damaged) return 'is not the one that was attached';
      throw error;
    }
  }
}
