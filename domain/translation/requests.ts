/** What one request may hold, in UTF-16 units as providers count them. */
export interface Limits {
  readonly texts: number;
  readonly characters: number;
}

/**
 * Puts texts together into as few requests as their order allows, each within the limits.
 *
 * @param texts none of them longer than a request may be: see {@link partsOf}
 */
export function requestsOf<T extends { readonly text: { readonly length: number } }>(
  texts: readonly T[],
  limits: Limits,
): readonly (readonly T[])[] {
  const requests: T[][] = [];
  let room = { texts: 0, characters: 0 };
  for (const one of texts) {
    const { length } = one.text;
    if (length > limits.characters) throw new RangeError('A text is longer than a request may be: part it first.');
    if (room.texts === 0 || room.characters < length) {
      requests.push([]);
      room = { ...limits };
    }
    (requests.at(-1) as T[]).push(one);
    room = { texts: room.texts - 1, characters: room.characters - length };
  }
  return requests;
}

/** Where a long text is best parted, the best first: after a line, a sentence, a word. */
const ENDS: readonly RegExp[] = [/\n/g, /[.!?…]\s/g, /\s/g];

/**
 * Parts a text that is longer than a request may be. Put together again, the parts are the text. It is parted after lines, sentences
 * or words, and only where there is none of these within the limit amid a word, never amid a letter of two units.
 */
export function partsOf(text: string, limit: number): readonly string[] {
  if (limit < 2) throw new RangeError('A part must have room for a letter.');
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = endIn(rest.slice(0, limit));
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
}

function endIn(text: string): number {
  for (const end of ENDS) {
    const last = [...text.matchAll(end)].at(-1);
    if (last) return last.index + last[0].length;
  }
  const isAmidLetter = /[\ud800-\udbff]$/.test(text);
  return isAmidLetter ? text.length - 1 : text.length;
}
