import type { DictdEntry } from './dictd';

/** Longest gloss, in words: beyond it an entry explains rather than translates. [P] */
const LONGEST = 3;
const WORD = /^[\p{L}\p{M}'’-]+$/u;

/** A single word of the other language, and its English senses in their shortest, with how much its entry stands for each. */
export interface Senses {
  readonly word: string;
  readonly glosses: ReadonlyMap<string, number>;
}

/** What an entry says of single words; those of many words are left out. */
export function sensesOf({ headword, body }: DictdEntry, isInverted: boolean): readonly Senses[] {
  if (isInverted) return invertedSensesOf(shortened(headword), linesOf(body));
  if (!WORD.test(headword)) return [];
  const glosses = new Map<string, number>();
  for (const gloss of linesOf(body).map(shortened).filter(isGloss)) add(glosses, gloss, 1);
  return [{ word: lower(headword), glosses }];
}

/** An English word stands more for what its first meanings are called than for what its last are. */
function invertedSensesOf(gloss: string, meanings: readonly string[]): readonly Senses[] {
  if (!isGloss(gloss)) return [];
  const words = new Map<string, number>();
  meanings.forEach((meaning, place) => {
    for (const written of withoutRemarks(meaning).split(/[,;]/)) {
      const word = lower(written.trim());
      if (WORD.test(word)) add(words, word, 1 / (place + 1) ** 2);
    }
  });
  return [...words].map(([word, weight]) => ({ word, glosses: new Map([[gloss, weight]]) }));
}

export function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

/** English words that an entry says something with, for its headword and pronunciation are not in its body's other lines. */
export const englishOf = (body: string): readonly string[] =>
  body
    .slice(body.indexOf('\n') + 1)
    .toLowerCase()
    .match(/[a-z']+/g) ?? [];

/** Small letters, without the marks that dictionaries write over the stressed vowel of Cyrillic words. */
export function lower(word: string): string {
  const small = word.toLowerCase();
  return /[\u0300\u0301ѐѝ]/.test(small) ? small.normalize('NFD').replaceAll(STRESS, '').normalize('NFC') : small;
}
const STRESS = /(?<=[\u0400-\u04FF])[\u0300\u0301]/g;

export const unaccented = (word: string) =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC').replaceAll('ł', 'l').replaceAll('đ', 'd');

const isGloss = (gloss: string) => /^[a-z]/i.test(gloss) && gloss.split(' ').length <= LONGEST;

/** Translations of an entry: its numbered lines, or else the first after its headword; what else there is explains them. */
function linesOf(body: string): readonly string[] {
  const [, first = '', ...others] = body.split('\n');
  if (!/^\d+\. /.test(first)) return [first];
  return [first, ...others].filter((line) => /^\d+\. /.test(line)).map((line) => line.replace(/^\d+\. /, ''));
}

const withoutRemarks = (text: string) =>
  text
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|<[^>]*>/g, '')
    .replace(/\s\d+\.\s*$/, '')
    .trim();

/** The first of several ways to say it; verbs without “to”. */
const shortened = (line: string) =>
  (withoutRemarks(line).split(/[,;]/, 1)[0] ?? '')
    .trim()
    .replace(/^to /, '')
    .replace(/[!?.]+$/, '');
