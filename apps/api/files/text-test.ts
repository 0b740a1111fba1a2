import { TextDecoder } from 'node:util';

/** Bytes that no text of one byte a letter holds. */
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * Finds out, chunk by chunk, whether a file can be read as text: UTF-8 without NUL, UTF-16 that says so by its mark, or an encoding of one
 * byte a letter.
 */
export class TextTest {
  private unicode: TextDecoder | undefined;
  private isUnicode = true;
  private isOneByte = true;
  private isUtf16 = false;

  add(chunk: Buffer): void {
    if (!this.unicode) {
      const mark = chunk.subarray(0, 2).toString('hex');
      this.isUtf16 = mark === 'fffe' || mark === 'feff';
      this.unicode = new TextDecoder(mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8', {
        fatal: true,
      });
    }
    this.isOneByte &&= !this.isUtf16 && !CONTROLS.test(chunk.toString('latin1'));
    this.isUnicode &&= (this.isUtf16 || !chunk.includes(0)) && this.reads(chunk);
  }

  /** Asked once, when all of it has come. */
  get isText(): boolean {
    return (this.isUnicode && this.reads()) || this.isOneByte;
  }

  private reads(chunk?: Buffer): boolean {
    try {
      if (chunk) this.unicode?.decode(chunk, { stream: true });
      else this.unicode?.decode();
      return true;
    } catch {
      return false;
    }
  }
}
