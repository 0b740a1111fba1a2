import { Unreadable } from '../profiles/unreadable';
import type { RowBatch } from './rows';
import { linesOf, type TextPiece } from './text-source';

/** Longest message, in characters. [P] */
const VALUE_LIMIT = 2_000_000;

/**
 * Reads the values of a JSON file as they come: one on each line, or the elements of one list, or objects one after another over
 * several lines each. They are not parsed yet: one that is none is a row nevertheless.
 *
 * @throws Unreadable where a value has no end
 */
export async function* jsonTexts(pieces: AsyncIterable<TextPiece>): AsyncGenerator<RowBatch<string>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = whole(first.value, iterator);
  if (isOneALine(first.value.text)) {
    for await (const { lines, bytes } of linesOf(all)) yield { rows: lines.filter((line) => /\S/.test(line)), bytes };
    return;
  }
  const splitter = new JsonSplitter();
  let bytes = 0;
  for await (const piece of all) {
    bytes = piece.bytes;
    yield { rows: splitter.add(piece.text), bytes };
  }
  yield { rows: splitter.end(), bytes };
}

async function* whole(first: TextPiece, others: AsyncIterator<TextPiece>): AsyncGenerator<TextPiece> {
  try {
    yield first;
    for (let next = await others.next(); !next.done; next = await others.next()) yield next.value;
  } finally {
    await others.return?.();
  }
}

/** Whether the first line that is not blank is a value of its own, not the beginning of one that goes on. */
export function isOneALine(text: string): boolean {
  const [line = ''] = text.trimStart().split('\n', 1);
  return !line.startsWith('[') && !/[,{[:]$/.test(line.trimEnd());
}

/** Parts a text into the values that stand in its outermost list, or one after another. */
export class JsonSplitter {
  private depth = 0;
  private base = -1;
  private isQuoted = false;
  private isEscaped = false;
  private begun = '';

  /** @throws Unreadable where a value is too long */
  add(text: string): string[] {
    const found: string[] = [];
    let from = 0;
    const end = (at: number) => {
      const value = (this.begun + text.slice(from, at)).trim();
      this.begun = '';
      from = at;
      if (value !== '') found.push(value);
    };
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.isQuoted) {
        if (this.isEscaped) this.isEscaped = false;
        else if (code === BACKSLASH) this.isEscaped = true;
        else if (code === QUOTE) this.isQuoted = false;
        continue;
      }
      if (code === QUOTE) this.isQuoted = true;
      else if (code === OPEN_LIST || code === OPEN_OBJECT) {
        if (this.base < 0) {
          this.base = code === OPEN_LIST ? 1 : 0;
          if (code === OPEN_LIST) from = at + 1;
        }
        this.depth += 1;
      } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
        this.depth -= 1;
        if (this.depth === this.base) end(at + 1);
        else if (this.depth < this.base) {
          end(at);
          from = at + 1;
          this.depth = 0;
          this.base = 0;
        }
      } else if (code === COMMA && this.depth === this.base) {
        end(at);
        from = at + 1;
      }
    }
    this.begun += text.slice(from);
    if (this.begun.length > VALUE_LIMIT + text.length)
      throw new Unreadable(
        `A value of the file is longer than ${VALUE_LIMIT.toLocaleString('en-GB')} characters: is it a list of messages, or one message a line?`,
      );
    return found;
  }

  /** What stands behind the last value that has ended. */
  end(): string[] {
    const rest = this.begun.trim();
    this.begun = '';
    return rest === '' ? [] : [rest];
  }
}

const [BACKSLASH, QUOTE, COMMA] = [0x5c, 0x22, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
