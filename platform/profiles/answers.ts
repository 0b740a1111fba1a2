/** What is written in place of a cell, and a number by which such cells compare. */
export interface Answer {
  readonly written: string;
  readonly rank: number;
}

/** In place of the length of an answer where there is none. */
const NONE = 255;

/**
 * Answers for cells whose words come again and again, by their bytes. Each has a slot: the lengths of the cell and of its answer,
 * the cell, and in the second half of the slot the answer.
 */
export class Answers {
  private readonly slots: Buffer;
  private readonly ranks: Int32Array;
  private readonly mask: number;
  private readonly half: number;
  private known = 0;

  /**
   * @param answer to what is written in a cell; nothing where there is none
   * @param count of slots, a power of two
   * @param shift a slot has two to the power of it bytes, at most 256; what fills more than half of it is left without an answer
   */
  constructor(
    private readonly answer: (cell: string) => Answer | undefined,
    count: number,
    private readonly shift: number,
  ) {
    this.mask = count - 1;
    this.half = 1 << (shift - 1);
    this.slots = Buffer.alloc(count << shift);
    this.ranks = new Int32Array(count);
  }

  /**
   * @param end before `start` for a cell that is not as it stands: it has no answer
   * @param before the slot of the row before, which often has the same cell
   * @returns the slot of the answer, or -1 where there is none
   */
  find(cells: Buffer, start: number, end: number, before: number): number {
    const length = end - start;
    if (length < 0 || length > this.half - 2) return -1;
    const { slots, shift, mask } = this;
    if (before >= 0 && isSame(slots, before << shift, cells, start, length)) return before;
    let hash = length;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (cells[at] as number)) | 0;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const from = slot << shift;
      const answered = slots[from + 1] as number;
      if (answered === 0) return this.learn(slot, cells, start, end);
      if (isSame(slots, from, cells, start, length)) return answered === NONE ? -1 : slot;
    }
  }

  rank(slot: number): number {
    return this.ranks[slot] as number;
  }

  /** Copies the answer to a line. @returns where it ends there */
  copy(slot: number, to: Buffer, at: number): number {
    const { slots, half } = this;
    const place = slot << this.shift;
    const length = slots[place + 1] as number;
    const from = place + half;
    for (let nth = 0; nth < length; nth++) to[at + nth] = slots[from + nth] as number;
    return at + length;
  }

  /** Three quarters of all slots are taken, and no more: what is looked for has to be near. */
  hasRoom(): boolean {
    return this.known <= 0.75 * this.mask;
  }

  /** Into a free slot. */
  private learn(slot: number, cells: Buffer, start: number, end: number): number {
    if (!this.hasRoom()) return -1;
    this.known += 1;
    const { slots, half } = this;
    const from = slot << this.shift;
    const answer = this.answer(cells.toString('utf8', start, end));
    slots[from] = end - start;
    cells.copy(slots, from + 2, start, end);
    slots[from + 1] = NONE;
    if (answer === undefined || Buffer.byteLength(answer.written) > half) return -1;
    slots[from + 1] = slots.write(answer.written, from + half);
    this.ranks[slot] = answer.rank;
    return slot;
  }
}

function isSame(slots: Buffer, slot: number, cells: Buffer, start: number, length: number): boolean {
  if (slots[slot] !== length) return false;
  for (let nth = 0; nth < length; nth++) if (slots[slot + 2 + nth] !== cells[start + nth]) return false;
  return true;
}
