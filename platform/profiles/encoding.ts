import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { ENCODINGS, type Encoding } from '../../domain/profiles/mapping.schema';
import { Unreadable } from './unreadable';

/** How much of what is not plain is looked at to tell encodings of one byte a letter apart. */
const SAMPLE = 65_536;
/** Of those, by the names that `chardet` gives them. */
const ONE_BYTE: Readonly<Record<string, Encoding>> = {
  'windows-1250': 'windows-1250',
  'iso-8859-2': 'iso-8859-2',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
};
/** What begins like this is no text: its type, for people. */
const NO_TEXT: readonly (readonly [begins: string, what: string])[] = [
  ['504b0304', 'a ZIP archive or a spreadsheet: unpack it, or save it as CSV'],
  ['504b0506', 'an empty ZIP archive'],
  ['1f8b', 'compressed: unpack it'],
  ['d0cf11e0', 'an old spreadsheet: save it as CSV'],
  ['25504446', 'a PDF document'],
  ['377abcaf', 'a 7z archive: unpack it'],
];

/** Finds out how a text is encoded, chunk by chunk, in the memory of one. */
export class EncodingDetector {
  private begins = Buffer.alloc(0);
  private isPlain = true;
  private isUtf8 = true;
  /** The bytes of a letter that the next chunk ends. */
  private begun = Buffer.alloc(0);
  private beyondAscii = Buffer.alloc(0);
  private bytes = 0;
  private zeros: [even: number, odd: number] = [0, 0];

  add(chunk: Buffer): void {
    if (this.begins.length < 4) this.begins = Buffer.concat([this.begins, chunk.subarray(0, 4)]);
    if (this.bytes === 0) this.requireText();
    if (this.bytes < SAMPLE)
      for (let at = 0; at < Math.min(chunk.length, SAMPLE); at++)
        if (chunk[at] === 0) this.zeros[(this.bytes + at) & 1 ? 1 : 0] += 1;
    this.bytes += chunk.length;
    this.isPlain &&= isAscii(chunk);
    this.readOn(chunk);
    if (!this.isUtf8 && this.beyondAscii.length < SAMPLE)
      this.beyondAscii = Buffer.concat([this.beyondAscii, chunk.filter((byte) => byte > 31)]).subarray(0, SAMPLE);
  }

  /**
   * @param declared what the mapping says
   * @throws Unreadable where the file is empty, no text, or surely not what was declared
   */
  found(declared: Encoding | undefined): Encoding {
    if (this.bytes === 0) throw new Unreadable('The file is empty.');
    const mark = this.begins.toString('hex');
    const wide = mark.startsWith('fffe') ? 'utf-16le' : mark.startsWith('feff') ? 'utf-16be' : this.wideWithoutMark();
    const found = wide ?? (this.isUtf8 && this.begun.length === 0 ? 'utf-8' : undefined);
    if (declared === undefined) return found ?? this.oneByte();
    const contradicts =
      wide !== undefined
        ? declared !== wide
        : this.isPlain
          ? declared.startsWith('utf-16')
          : (found === 'utf-8') !== (declared === 'utf-8');
    if (contradicts)
      throw new Unreadable(
        `The mapping says ${declared}, and the file is ${found ?? `probably ${this.oneByte()}`}: correct the mapping, or leave its encoding out.`,
      );
    return declared;
  }

  private readOn(chunk: Buffer): void {
    if (!this.isUtf8) return;
    const bytes = this.begun.length === 0 ? chunk : Buffer.concat([this.begun, chunk]);
    const whole = bytes.length - begunIn(bytes);
    this.isUtf8 = isUtf8(bytes.subarray(0, whole));
    this.begun = Buffer.from(bytes.subarray(whole));
  }

  private requireText(): void {
    const mark = this.begins.toString('hex');
    const [, what] = NO_TEXT.find(([begins]) => mark.startsWith(begins)) ?? [];
    if (what !== undefined) throw new Unreadable(`The file is no CSV: it is ${what}.`);
  }

  /** Plain letters of two bytes each have a zero in every other place. */
  private wideWithoutMark(): Encoding | undefined {
    const half = Math.min(this.bytes, SAMPLE) / 2;
    if (this.zeros[1] > half * 0.4) return 'utf-16le';
    return this.zeros[0] > half * 0.4 ? 'utf-16be' : undefined;
  }

  private oneByte(): Encoding {
    const named = analyse(Buffer.concat([this.beyondAscii, this.begun])).map(
      ({ name }) => ONE_BYTE[name.toLowerCase()],
    );
    return named.find((name) => name !== undefined && ENCODINGS.includes(name)) ?? 'windows-1252';
  }
}

/** How many bytes at the end are of a letter of UTF-8 that goes on. */
export function begunIn(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
