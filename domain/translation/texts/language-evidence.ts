import { bitOf, CYRILLIC, EXACT, FOREIGN_IN, LANGUAGES, NEUTRAL, TYPED, WRITTEN_WITH } from './language-tables';
import { STATISTICAL, statisticsOf } from './language-statistics';
import type { Word } from './message-words';
import { vietnameseSyllable } from './vietnamese-syllable';
import { addShape } from './word-shapes';

/** Languages that can be told, by ISO 639-1: those that words are known of, in the order of {@link LANGUAGES}, then those of statistics alone. */
export const TOLD: readonly string[] = [...new Set([...LANGUAGES, ...STATISTICAL])];
const PLACES: ReadonlyMap<string, number> = new Map(TOLD.map((language, place) => [language, place]));

/** What words say of each language, in natural logarithms of odds. */
export interface Evidence {
  /** In the order of {@link TOLD}: by the words that a language is known by, their letters, and general statistics. */
  readonly odds: Float64Array;
  /** In the order of {@link LANGUAGES}: by the words alone that a language is known by. */
  readonly known: Float64Array;
}

/** What a word of so many letters tells, at most that of the last: short ones are met in many languages. [P] */
const BY_LENGTH = [0, 0.6, 1.6, 3, 4, 4.5, 5];
/** A word without the signs that it should have may be another. [P] */
const UNSIGNED = 0.9;
/** One that all languages have, or a name. [P] */
const NEUTRAL_SHARE = 0.3;
const WRONG_LETTER = -4;
const FOREIGN_LETTER = -1.2;
/** How much the look of a word counts that no language is known by. [P] */
const SHAPE_SHARE = 0.2;
const SYLLABLES = { not: -3, possible: 0, telling: 0.8 };

const VIETNAMESE = bitOf('vi');
const ONLY_CYRILLIC = bitOf('sr') | bitOf('mk');

/** Languages that know a word: as it is written, or as it would be without signs. */
export const knownIn = ({ written, folded }: Word): number => (EXACT.get(written) ?? 0) | (TYPED.get(folded) ?? 0);

/** Words of messages come again and again. So many are kept, in 7 MB. [P] */
const KEPT = 10_000;
const kept = new Map<string, Evidence>();

/** What several words say together: each for itself, as if it stood alone. */
export function evidenceOf(words: readonly Word[]): Evidence {
  const sum = nothing();
  for (const word of words) {
    const { odds, known } = keptEvidence(word);
    for (let place = 0; place < odds.length; place++) sum.odds[place] = (sum.odds[place] ?? 0) + (odds[place] ?? 0);
    for (let place = 0; place < known.length; place++) sum.known[place] = (sum.known[place] ?? 0) + (known[place] ?? 0);
  }
  return sum;
}

const nothing = (): Evidence => ({
  odds: new Float64Array(TOLD.length),
  known: new Float64Array(LANGUAGES.length),
});

function keptEvidence(word: Word): Evidence {
  let evidence = kept.get(word.written);
  if (evidence === undefined) {
    if (kept.size >= KEPT) kept.clear();
    evidence = evidenceOfWord(word);
    kept.set(word.written, evidence);
  }
  return evidence;
}

function evidenceOfWord(word: Word): Evidence {
  const { odds, known } = nothing();
  const exact = EXACT.get(word.written) ?? 0;
  const told = exact | (TYPED.get(word.folded) ?? 0);
  const proper = exact | CYRILLIC;
  const full = weightOf(word.folded);
  const { wrong, foreign } = lettersOf(word.written);
  for (let place = 0; place < LANGUAGES.length; place++) {
    const bit = 1 << place;
    if ((told & bit) !== 0) odds[place] = known[place] = (proper & bit) !== 0 ? full : full * UNSIGNED;
    else if ((wrong & bit) !== 0) odds[place] = WRONG_LETTER;
    else if ((foreign & bit) !== 0) odds[place] = FOREIGN_LETTER;
  }
  if ((told & VIETNAMESE) === 0) add(odds, 'vi', SYLLABLES[vietnameseSyllable(word.folded)]);
  if (NEUTRAL.has(word.folded)) return { odds, known };
  if (told === 0) addShape(odds.subarray(0, LANGUAGES.length), word.folded, SHAPE_SHARE);
  for (const [language, odd] of statisticsOf(word)) add(odds, language, odd);
  return { odds, known };
}

function add(odds: Float64Array, language: string, odd: number): void {
  const place = PLACES.get(language) ?? 0;
  odds[place] = (odds[place] ?? 0) + odd;
}

function weightOf(folded: string): number {
  const weight = BY_LENGTH[Math.min(folded.length, BY_LENGTH.length - 1)] ?? 0;
  return NEUTRAL.has(folded) ? weight * NEUTRAL_SHARE : weight;
}

/** Languages that do not write with one of the letters of a word, and those that have one in foreign words alone. */
function lettersOf(written: string): { readonly wrong: number; readonly foreign: number } {
  let wrong = 0;
  let foreign = 0;
  for (const letter of written) {
    if (letter >= 'a' && letter <= 'z') {
      wrong |= ONLY_CYRILLIC;
      foreign |= FOREIGN_IN.get(letter) ?? 0;
    } else {
      const writing = WRITTEN_WITH.get(letter);
      if (writing !== undefined) wrong |= ~writing;
    }
  }
  return { wrong, foreign };
}
