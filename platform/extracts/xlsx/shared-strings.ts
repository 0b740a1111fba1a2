import { readSync } from 'node:fs';
import { Unreadable } from '../../profiles/unreadable';
import { ScratchFile } from './scratch-file';

/** As much as is written, and read, at once. */
const BLOCK = 262_144;
/** Blocks that are kept in memory, the last ones used. */
const BLOCKS = 128;
/** Most texts; each takes eight bytes of memory. */
const TEXTS_LIMIT = 50_000_000;

/**
 * The texts that the cells of a workbook share, on disk: a workbook of a million messages has as many. Only where each begins is in
 * memory, and the blocks that were read last.
 */
export class SharedStrings {
  private readonly file = new ScratchFile();
  private starts = new Float64Array(1_024);
  private count = 0;
  private unwritten: Buffer[] = [];
  private unwrittenLength = 0;
  private readonly blocks = new Map<number, Buffer>();

  /** @throws Unreadable where there are too many */
  add(text: string): void {
    if (this.count >= TEXTS_LIMIT) throw new Unreadable('The workbook has too many texts: save it in parts.');
    if (this.count + 1 >= this.starts.length) {
      const longer = new Float64Array(this.starts.length * 2);
      longer.set(this.starts);
      this.starts = longer;
    }
    const bytes = Buffer.from(text, 'utf16le');
    this.unwritten.push(bytes);
    this.unwrittenLength += bytes.length;
    this.starts[this.count + 1] = (this.starts[this.count] as number) + bytes.length;
    this.count += 1;
    if (this.unwrittenLength >= BLOCK) this.flush();
  }

  /** After the last was added. */
  flush(): void {
    this.file.append(Buffer.concat(this.unwritten));
    this.unwritten = [];
    this.unwrittenLength = 0;
  }

  /** @returns undefined where there is none of that number */
  at(nth: number): string | undefined {
    if (!(nth >= 0 && nth < this.count)) return undefined;
    const from = this.starts[nth] as number;
    const to = this.starts[nth + 1] as number;
    const block = Math.floor(from / BLOCK);
    const last = Math.floor((to - 1) / BLOCK);
    if (last <= block) return this.block(block).toString('utf16le', from - block * BLOCK, to - block * BLOCK);
    const parts: Buffer[] = [];
    for (let one = block; one <= last; one++)
      parts.push(this.block(one).subarray(Math.max(0, from - one * BLOCK), Math.min(BLOCK, to - one * BLOCK)));
    return Buffer.concat(parts).toString('utf16le');
  }

  close(): void {
    this.file.close();
  }

  private block(nth: number): Buffer {
    const kept = this.blocks.get(nth);
    if (kept) {
      this.blocks.delete(nth);
      this.blocks.set(nth, kept);
      return kept;
    }
    const read = Buffer.allocUnsafe(Math.min(BLOCK, this.file.length - nth * BLOCK));
    readSync(this.file.descriptor, read, 0, read.length, nth * BLOCK);
    if (this.blocks.size >= BLOCKS) this.blocks.delete(this.blocks.keys().next().value as number);
    this.blocks.set(nth, read);
    return read;
  }
}
