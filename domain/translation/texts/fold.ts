/** Letters whose sign is no mark that Unicode parts from them, and signs that are typed in several ways. */
const OTHERS: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'd',
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  Ø: 'o',
  ı: 'i',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2019': "'",
};

const LAST_LATIN = 0x24f;
const VIETNAMESE = [0x1e00, 0x1eff] as const;

const PLAIN: ReadonlyMap<string, string> = new Map([
  ...codes(0x80, LAST_LATIN).map(unmarked),
  ...codes(...VIETNAMESE).map(unmarked),
  ...Object.entries(OTHERS),
]);

const BEYOND_ASCII = /[\u0080-\uffff]/g;

/**
 * A text in small letters, Latin ones without their signs (“Łódź” is “lodz”), dashes and spaces of one sort. It has as many
 * UTF-16 code units as before, so that a place in the one is the same place in the other. It expects NFC.
 */
export function fold(text: string): string {
  return text.replace(BEYOND_ASCII, (letter) => PLAIN.get(letter) ?? lower(letter)).toLowerCase();
}

function codes(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, place) => String.fromCharCode(first + place));
}

function unmarked(letter: string): readonly [string, string] {
  const base = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [letter, base.length === 1 ? base : letter];
}

/** Some capitals have small letters of another length: those stay. */
function lower(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}
