import { hash } from 'node:crypto';

/**
 * Which texts were there before, in 16 to 32 bytes a text however long it is: 63 bits of a hash, by which any two of two
 * million different texts are taken for one with a chance of about one in five million.
 */
export class SeenTexts {
  private readonly slots: BigUint64Array;
  private readonly mask: number;
  /** How many different texts there were. */
  count = 0;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, most * 2)));
    this.slots = new BigUint64Array(size);
    this.mask = size - 1;
  }

  /** @returns whether it was there before */
  add(text: string): boolean {
    const digest = hash('sha1', text, 'buffer');
    // Nought means an empty slot.
    const mark = digest.readBigUInt64LE(0) | 1n;
    let at = digest.readUInt32LE(8) & this.mask;
    for (; this.slots[at] !== 0n; at = (at + 1) & this.mask) if (this.slots[at] === mark) return true;
    this.slots[at] = mark;
    this.count += 1;
    return false;
  }
}
