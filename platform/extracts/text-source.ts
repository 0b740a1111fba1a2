import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../../domain/profiles/mapping.schema';
import { EncodingDetector } from '../profiles/encoding';
import { Unreadable } from '../profiles/unreadable';

/** As much as is decoded at once. */
const CHUNK = 262_144;
/** Longest line, in characters: beyond it, it is none of an extract. [P] */
const LINE_LIMIT = 2_000_000;
/** Bytes of letters that are UTF-8 to each one that is not, above which a file is UTF-8 with letters cut in half. [P] */
const CUT_LETTERS = 10;

/** Some text of a file, and the bytes of the file read so far. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
}

/**
 * Decodes a file as it comes. What is none of its encoding, as half of a letter at the end of a text that a phone has cut, becomes
 * U+FFFD: one message shows it, and no other is lost.
 */
export async function* decoded(source: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  let kept: Buffer[] = [];
  let length = 0;
  const piece = () => {
    const text = decoder.decode(kept.length === 1 ? kept[0] : Buffer.concat(kept), { stream: true });
    kept = [];
    length = 0;
    return { text, bytes };
  };
  for await (const whole of source)
    for (let at = 0; at < whole.length; at += CHUNK) {
      const chunk = whole.subarray(at, at + CHUNK);
      bytes += chunk.length;
      length += chunk.length;
      kept.push(chunk);
      if (length >= CHUNK) yield piece();
    }
  if (kept.length > 0) yield piece();
  const rest = decoder.decode();
  if (rest !== '') yield { text: rest, bytes };
}

/** The lines of a text, without what ends them. */
export interface LineBatch {
  readonly lines: readonly string[];
  readonly bytes: number;
}

/** @throws Unreadable where a line has no end */
export async function* linesOf(pieces: AsyncIterable<TextPiece>): AsyncGenerator<LineBatch> {
  let begun = '';
  let line = 1;
  let bytes = 0;
  for await (const piece of pieces) {
    bytes = piece.bytes;
    const lines = (begun + piece.text).split('\n');
    begun = lines.pop() ?? '';
    if (begun.length > LINE_LIMIT)
      throw new Unreadable(
        `Line ${line + lines.length} is longer than ${LINE_LIMIT.toLocaleString('en-GB')} characters: this is no extract of messages, or its line ends are lost.`,
      );
    line += lines.length;
    if (lines.length > 0) yield { lines: lines.map(withoutReturn), bytes };
  }
  if (begun !== '') yield { lines: [withoutReturn(begun)], bytes };
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/**
 * Finds out how a whole file is encoded. A few letters that are cut in half make it no other encoding than UTF-8.
 *
 * @throws Unreadable where the file is empty or no text
 */
export async function encodingOf(source: AsyncIterable<Buffer>): Promise<Encoding> {
  const detector = new EncodingDetector();
  const decoder = new TextDecoder('utf-8');
  let sound = 0;
  let broken = 0;
  for await (const chunk of source) {
    detector.add(chunk);
    const text = decoder.decode(chunk, { stream: true });
    sound += chunk.length - text.length;
    if (!isUtf8(chunk)) broken += text.split('\ufffd').length - 1;
  }
  const found = detector.found(undefined);
  return found.startsWith('utf-') || sound <= broken * CUT_LETTERS ? found : 'utf-8';
}
