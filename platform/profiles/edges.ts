import { UNKNOWN_WORDS } from '../../domain/profiles/read-row';

const SPACE = 32;
/**
 * Bytes of UTF-8 that white space other than the space has, or its letter begins with: U+0009 to U+000D, U+00A0, U+1680, U+2000 and
 * on, U+3000, U+FEFF. Of these it is not told whether they are to be trimmed.
 */
export const UNSURE = tableOf([9, 10, 11, 12, 13, 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);
/** Plain letters, digits and signs: there is nothing to trim where they stand. */
export const INK = tableOf(Array.from({ length: 94 }, (_, nth) => nth + 33));

/** Where what is written begins, `end` where nothing is; -1 where that is not sure. */
export function beginOf(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] === SPACE) at += 1;
  return at < end && UNSURE[bytes[at] as number] === 1 ? -1 : at;
}

/** Where what is written ends, `start` where nothing is; -1 where that is not sure. */
export function endOf(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1] === SPACE) at -= 1;
  // The first byte of a letter tells it, and white space has letters of two or three.
  for (let back = at - 1; back >= start && back >= at - 3; back--) {
    const byte = bytes[back] as number;
    if (UNSURE[byte] === 1) return -1;
    if (byte < 0x80 || byte >= 0xc0) break;
  }
  return at;
}

const LONGEST = Math.max(...UNKNOWN_WORDS.map(({ length }) => length));
const unknowns = new Set(UNKNOWN_WORDS.flatMap((word) => [word, word.toUpperCase()]).map(markOf));
const UNKNOWNS = tableOf([...unknowns], (LONGEST + 1) * 256);

/** Whether it is as long as a word for what is not known, and ends like it. */
export const mayBeUnknown = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start <= LONGEST && UNKNOWNS[(end - start) * 256 + (bytes[end - 1] as number)] === 1;

function markOf(word: string): number {
  return word.length * 256 + word.charCodeAt(word.length - 1);
}

function tableOf(marked: readonly number[], size = 256): Uint8Array {
  const table = new Uint8Array(size);
  for (const one of marked) table[one] = 1;
  return table;
}
