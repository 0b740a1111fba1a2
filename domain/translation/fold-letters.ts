import { CYRILLIC } from './cyrillic';

/** Of what parts words. */
const GAP = ' ';
/** Of signs on letters, and of what is not seen: they part nothing. */
const NOTHING = '';

/** Letters that are not a plain one with a sign. */
const ALIKE: Readonly<Record<string, string>> = {
  ...CYRILLIC,
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
};

/** Up to here Latin, Greek, Cyrillic and their signs stand: folded once. */
const COMMON = Array.from({ length: 0x2000 }, (_, point) => fold(point));

/** A letter or digit in small Latin ones without signs, as far as it has any; {@link GAP} or {@link NOTHING} else. */
function fold(point: number): string {
  const character = String.fromCodePoint(point);
  if (/[\p{M}\p{Cf}]/u.test(character)) return NOTHING;
  if (!/[\p{L}\p{N}]/u.test(character)) return GAP;
  const plain = character
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? GAP : [...plain].map((letter) => ALIKE[letter] ?? letter).join('');
}

/** Is told of the words of a text as they are read. */
export interface WordReader {
  /** Each UTF-16 unit of the folded word. */
  readonly letter: (unit: number) => void;
  /** Where the word that has been told stands in the text as it was written, in UTF-16 units. */
  readonly word: (start: number, end: number) => void;
}

/**
 * Reads the words of a text in one pass. Words are runs of letters and digits; they are told without case, signs (NFKD, so
 * letters of advertisements such as 𝗡𝗘𝗪 are plain ones) and in Latin letters. Digits before letters (50font) are a word of
 * their own, but for a single 4 and 6, which stand for ч and ш.
 */
export function readWords(text: string, reader: WordReader): void {
  let start = -1;
  let end = 0;
  let length = 0;
  let isNumber = true;
  let first = 0;
  const close = () => {
    if (start >= 0) reader.word(start, end);
    start = -1;
    length = 0;
    isNumber = true;
  };
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) as number;
    const next = at + (point > 0xffff ? 2 : 1);
    const folded = COMMON[point] ?? fold(point);
    if (folded === GAP) close();
    else if (start >= 0 || folded !== NOTHING) {
      const unit = folded.charCodeAt(0);
      const isLetter = folded !== NOTHING && !isDigit(unit);
      if (isLetter && isNumber && length > 0 && !(length === 1 && (first === FOUR || first === SIX))) close();
      if (start < 0) [start, first] = [at, unit];
      if (isLetter) isNumber = false;
      for (let place = 0; place < folded.length; place += 1) reader.letter(folded.charCodeAt(place));
      length += folded.length;
      end = next;
    }
    at = next;
  }
  close();
}

const FOUR = 0x34;
const SIX = 0x36;
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/** A word of a text: how it is compared, and where it stands in UTF-16 units of the text as it was written. */
export interface FoldedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text as {@link readWords} tells them. */
export function foldedWords(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  let folded = '';
  readWords(text, {
    letter: (unit) => {
      folded += String.fromCharCode(unit);
    },
    word: (start, end) => {
      words.push({ folded, start, end });
      folded = '';
    },
  });
  return words;
}
