import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { Encoding } from '../../domain/profiles/mapping.schema';
import { begunIn } from './encoding';
import { Unreadable } from './unreadable';

/** Longest record, in characters: beyond it a quotation mark was never closed. [P] */
const RECORD_LIMIT = 2_000_000;
const PIECE = 262_144;

/** What makes records of a file, piece by piece. */
export interface RecordReader {
  /** The line that the next record begins at; the header is line 1. */
  readonly line: number;
  /**
   * Reads as many records as are whole.
   *
   * @param bytes UTF-8, from the beginning of a record
   * @param isLast nothing comes after them: whatever they end with is a record
   * @returns how many bytes it has made records of
   */
  read(bytes: Buffer, isLast: boolean): number;
}

/**
 * Gives a reader of records a file as it comes, in UTF-8, in the memory of some pieces. After each piece: how many bytes of the
 * file were read so far.
 *
 * @throws Unreadable where a record has no end, or bytes are none of the encoding
 */
export async function* inPieces(
  source: AsyncIterable<Buffer>,
  encoding: Encoding,
  reader: RecordReader,
): AsyncGenerator<number> {
  const decoder = encoding === 'utf-8' ? new Utf8() : new Transcoder(encoding);
  let unread: Buffer = Buffer.alloc(0);
  let bytes = 0;
  const next = (piece: Buffer | undefined) => {
    const decoded = decoder.next(piece);
    if (decoded === undefined)
      throw new Unreadable(
        `After line ${reader.line} there is something that is no ${encoding}: correct the mapping or the file.`,
      );
    const known = unread.length === 0 ? decoded : Buffer.concat([unread, decoded]);
    unread = known.subarray(reader.read(known, piece === undefined));
    if (unread.length > RECORD_LIMIT && unread.toString().length > RECORD_LIMIT)
      throw new Unreadable(
        `The record that begins at line ${reader.line} is longer than ${RECORD_LIMIT.toLocaleString('en-GB')} characters: is a quotation mark never closed?`,
      );
  };
  for await (const whole of source)
    for (let at = 0; at < whole.length; at += PIECE) {
      const piece = whole.subarray(at, at + PIECE);
      bytes += piece.length;
      next(piece);
      yield bytes;
    }
  next(undefined);
  yield bytes;
}

/** Gives whole letters, without the mark of the order of bytes; nothing where bytes are no letters. After the last piece, `undefined`. */
interface Decoder {
  next(piece: Buffer | undefined): Buffer | undefined;
}

const MARK = Buffer.from('\ufeff');

class Utf8 implements Decoder {
  private begun: Buffer = Buffer.alloc(0);
  private isBegun = false;

  next(piece: Buffer | undefined): Buffer | undefined {
    if (piece === undefined) return this.begun.length === 0 ? this.begun : undefined;
    const known = this.begun.length === 0 ? piece : Buffer.concat([this.begun, piece]);
    const whole = known.subarray(0, known.length - begunIn(known));
    this.begun = Buffer.from(known.subarray(whole.length));
    if (!isUtf8(whole)) return undefined;
    const isMarked = !this.isBegun && whole.subarray(0, MARK.length).equals(MARK);
    this.isBegun ||= whole.length > 0;
    return isMarked ? whole.subarray(MARK.length) : whole;
  }
}

class Transcoder implements Decoder {
  private readonly decoder: TextDecoder;

  constructor(encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  next(piece: Buffer | undefined): Buffer | undefined {
    try {
      return Buffer.from(piece ? this.decoder.decode(piece, { stream: true }) : this.decoder.decode());
    } catch {
      return undefined;
    }
  }
}
