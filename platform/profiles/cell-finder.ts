import type { Mapping } from '../../domain/profiles/mapping.schema';
import type { NewLine } from './csv';

/** What is found at the beginning of a record: its cells; that it has no end yet; that it is not plainly well formed. */
export type Finding = 'record' | 'unfinished' | 'odd';

const TAB = 9;
const LF = 10;
const CR = 13;
const QUOTE = 34;
/** In place of where a cell ends. */
const UNFINISHED = -0x8000_0000;
/** What may end a cell or has to be looked at: each byte by its kind; all others are ordinary. */
const KINDS = { ordinary: 0, special: 1, delimiter: 2, lf: 3, cr: 4 } as const;

/**
 * Finds the cells of well-formed records of CSV (RFC 4180) in bytes of UTF-8, one record at a time.
 *
 * Well formed is what the reader of texts, too, reads in one way only: a quoted cell ends at a quotation mark that is not doubled
 * and stands before a delimiter or the end of the line, and lines end as those of the file do.
 */
export class CellFinder {
  /**
   * Where each cell begins and, next to it, ends. That of a cell that is not written as it stands, since it has doubled quotation
   * marks or what COPY escapes, is its complement. The first is an empty cell that stands for a column that there is not.
   */
  places = new Int32Array(128);
  /** Cells of the record, the one that stands for none not counted. */
  cells = 0;
  /** Line breaks within its cells. */
  breaks = 0;
  hasNul = false;
  /** Where the next record begins. */
  end = 0;
  private readonly kinds = new Uint8Array(256);
  private readonly delimiter: number;

  constructor(
    delimiter: Mapping['delimiter'],
    private readonly newline: NewLine,
  ) {
    for (const special of '\\\t\0') this.kinds[special.charCodeAt(0)] = KINDS.special;
    this.kinds[LF] = KINDS.lf;
    this.kinds[CR] = KINDS.cr;
    this.delimiter = delimiter.charCodeAt(0);
    this.kinds[this.delimiter] = KINDS.delimiter;
  }

  find(bytes: Uint8Array, from: number): Finding {
    if (this.newline === '\r') return 'odd';
    const { kinds, delimiter } = this;
    const isCrLf = this.newline === '\r\n';
    const until = bytes.length;
    let places = this.places;
    let nth = 2;
    let at = from;
    this.breaks = 0;
    this.hasNul = false;
    for (;;) {
      if (at === until) return 'unfinished';
      if (nth === places.length) places = this.widened();
      if (bytes[at] === QUOTE) {
        places[nth] = at + 1;
        const end = this.quotedEnd(bytes, at + 1);
        if (end === UNFINISHED) return 'unfinished';
        places[nth + 1] = end;
        at = (end < 0 ? ~end : end) + 1;
        if (at === until) return 'unfinished';
        if (bytes[at] === CR) at += 1;
        else if (bytes[at] === LF && isCrLf) return 'odd';
        if (at === until) return 'unfinished';
        const after = bytes[at];
        if (after !== LF && after !== delimiter) return 'odd';
      } else {
        places[nth] = at;
        let isSpecial = false;
        let kind: number;
        for (;;) {
          while (at < until && kinds[bytes[at] as number] === KINDS.ordinary) at += 1;
          if (at === until) return 'unfinished';
          kind = kinds[bytes[at] as number] as number;
          if (kind === KINDS.delimiter || (kind === KINDS.lf && !isCrLf)) break;
          if (isCrLf && kind !== KINDS.special) {
            if (kind === KINDS.lf) return 'odd';
            if (at + 1 === until) return 'unfinished';
            if (bytes[at + 1] !== LF) return 'odd';
            break;
          }
          isSpecial = true;
          if (bytes[at] === 0) this.hasNul = true;
          at += 1;
        }
        places[nth + 1] = isSpecial ? ~at : at;
        if (kind === KINDS.cr) at += 1;
      }
      nth += 2;
      const isLast = bytes[at] === LF;
      at += 1;
      if (isLast) {
        this.cells = nth / 2 - 1;
        this.end = at;
        return 'record';
      }
    }
  }

  /** Whether the record is a blank line. */
  isBlank(): boolean {
    return this.cells === 1 && this.places[2] === this.places[3];
  }

  /** Whether a cell of the record has more bytes. */
  hasCellOver(limit: number): boolean {
    for (let nth = 2; nth < 2 * this.cells + 2; nth += 2) {
      const end = this.places[nth + 1] as number;
      if ((end < 0 ? ~end : end) - (this.places[nth] as number) > limit) return true;
    }
    return false;
  }

  /** The cells of the record as texts. */
  texts(bytes: Buffer): string[] {
    return Array.from({ length: this.cells }, (_, nth) => this.text(bytes, nth));
  }

  private text(bytes: Buffer, nth: number): string {
    const start = this.places[2 * nth + 2] as number;
    const end = this.places[2 * nth + 3] as number;
    if (end >= 0) return bytes.toString('utf8', start, end);
    const text = bytes.toString('utf8', start, ~end);
    const isQuoted = start > 0 && bytes[start - 1] === QUOTE;
    return isQuoted ? text.replaceAll('""', '"') : text;
  }

  /** Where the quotation mark stands that ends the cell. */
  private quotedEnd(bytes: Uint8Array, from: number): number {
    const { kinds, delimiter } = this;
    const until = bytes.length;
    let isSpecial = false;
    for (let at = from; at < until; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        if (at + 1 === until) return UNFINISHED;
        if (bytes[at + 1] !== QUOTE) return isSpecial ? ~at : at;
        isSpecial = true;
        at += 1;
      } else if (kinds[byte] !== KINDS.ordinary && (byte !== delimiter || byte === TAB)) {
        isSpecial = true;
        if (byte === LF) this.breaks += 1;
        else if (byte === 0) this.hasNul = true;
      }
    }
    return UNFINISHED;
  }

  private widened(): Int32Array<ArrayBuffer> {
    const wider = new Int32Array(this.places.length * 2);
    wider.set(this.places);
    return (this.places = wider);
  }
}
