import type { Readable } from 'node:stream';
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import { Unreadable } from '../../profiles/unreadable';
import { ScratchFile } from './scratch-file';

/** Most parts of a workbook; bytes of one part unpacked; and how much more than its packed ones they may be beyond what is small. [P] */
const ENTRIES_LIMIT = 10_000;
const UNPACKED_LIMIT = 8 * 1024 ** 3;
const RATIO_LIMIT = 250;
const SMALL = 64 * 1024 ** 2;

/** A ZIP archive on disk. */
export class Archive {
  private constructor(
    private readonly file: ScratchFile,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /**
   * Copies a file to disk, for the list of an archive stands at its end.
   *
   * @throws Unreadable where it is damaged, has too much in it, or is locked with a password
   */
  static async open(source: Readable): Promise<Archive> {
    const file = new ScratchFile();
    try {
      for await (const chunk of source) file.append(chunk as Buffer);
      const zip = await fromFdPromise(file.descriptor, { autoClose: false }).catch(damaged);
      if (zip.entryCount > ENTRIES_LIMIT) throw tooMuch();
      const entries = new Map<string, Entry>();
      try {
        for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      } catch (error) {
        damaged(error);
      }
      return new Archive(file, zip, entries);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Bytes of the archive. */
  get length(): number {
    return this.file.length;
  }

  get names(): Iterable<string> {
    return this.entries.keys();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of a part, as the archive says; no more are unpacked. */
  unpackedLength(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** @throws Unreadable where the part is locked, damaged, or unpacks to too much */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new Unreadable(`The workbook is damaged: its part ${name} is missing.`);
    if (entry.isEncrypted()) throw new Unreadable('The workbook is locked with a password: save it without one.');
    const { compressedSize, uncompressedSize } = entry;
    if (
      uncompressedSize > UNPACKED_LIMIT ||
      (uncompressedSize > SMALL && uncompressedSize > compressedSize * RATIO_LIMIT)
    )
      throw tooMuch();
    const stream = await this.zip.openReadStreamPromise(entry).catch(damaged);
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      damaged(error);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.file.close();
  }
}

const tooMuch = () =>
  new Unreadable('The workbook unpacks to far more than it should: save its messages as CSV, or as smaller workbooks.');

/** What is wrong with an archive is what is wrong with the file. An archive that unpacks to more than it says is damaged too. */
function damaged(error: unknown): never {
  if (error instanceof Unreadable) throw error;
  throw new Unreadable(
    `The workbook is damaged (${error instanceof Error ? error.message : String(error)}): export it anew.`,
  );
}
