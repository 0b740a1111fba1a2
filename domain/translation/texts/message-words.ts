import { fold } from './fold';
import { TYPED } from './language-tables';

/** One word of a message. */
export interface Word {
  /** In small letters, as it is written. */
  readonly written: string;
  /** The same without the signs of Latin letters. */
  readonly folded: string;
}

const NOT_WORDS =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+|[@#]\w\S*|(?<![\p{L}\p{N}])(?:[a-z0-9-]+\.)+[a-z]{2,24}\/\S*|(?<![\p{L}\p{N}])(?:[a-z0-9-]+\.)+(?:com|org|net|info|eu|uk|ro|hu|pl|sk|bg|vn)(?![\p{L}\p{N}])/giu;
/** Without one of these signs there is none of them, which is found out faster. */
const SIGN_OF_NOT_WORDS = /[./@#]/;
const EMOTICONS = /(?<![\p{L}\p{N}])(?:[:;=]['^-]?[dpoxs]|[x]d+)(?![\p{L}\p{N}])/giu;
const SIGN_OF_EMOTICONS = /[:;=]|xd/i;
const WORDS = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|['’ʼ](?=\p{L}))*/gu;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
/** Digits for letters that Latin ones lack: “4ao”, “6te”, “pla6tam”. */
const DIGIT_AS_LETTER = /^(?!.*[46]{2})[a-z46]+$/;
const THREE_LETTERS = /[a-z].*[a-z].*[a-z]/;
/** English ones: “gr8”, “2moro”. */
const DIGIT_AS_SOUND = /^(?:[a-z]+8[a-z]?|2[a-z]{3,}|b4|l8r|m8)$/;
/** Endings that come after a number: “6kor”, “10kor”. */
const AFTER_NUMBER = /^\p{N}+(\p{L}{3,})$/u;
const LONGER = /(\p{L})\1{2,}/gu;

/** Longest text that is looked at, in UTF-16 code units: what comes after says the same. [P] */
const LONGEST = 2000;

/** The words of a message; no addresses, pictures, numbers, codes of letters and digits (“LE19”). */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const found of plainOf(text).match(WORDS) ?? []) {
    const word = keptWord(found);
    if (word !== null) words.push(word);
  }
  return words;
}

function plainOf(text: string): string {
  let plain = text.slice(0, LONGEST).normalize('NFC');
  if (SIGN_OF_NOT_WORDS.test(plain)) plain = plain.replace(NOT_WORDS, ' ');
  return SIGN_OF_EMOTICONS.test(plain) ? plain.replace(EMOTICONS, ' ') : plain;
}

/** Words of messages come again and again. So many are kept, in 2 MB. [P] */
const KEPT = 10_000;
const kept = new Map<string, Word | null>();

function keptWord(found: string): Word | null {
  let word = kept.get(found);
  if (word === undefined) {
    if (kept.size >= KEPT) kept.clear();
    word = wordOf(found);
    kept.set(found, word);
  }
  return word;
}

function wordOf(found: string): Word | null {
  const written = found.toLowerCase().replaceAll(/['’ʼ]/g, "'");
  const word = DIGIT.test(written) ? withDigits(written) : written;
  if (word === null || !LETTER.test(word)) return null;
  const once = word.replace(LONGER, '$1');
  return { written: once, folded: fold(once) };
}

function withDigits(word: string): string | null {
  if (TYPED.has(word) || DIGIT_AS_SOUND.test(word)) return word;
  const ending = AFTER_NUMBER.exec(word)?.[1];
  if (ending !== undefined) return ending;
  return DIGIT_AS_LETTER.test(word) && THREE_LETTERS.test(word) ? word : null;
}
