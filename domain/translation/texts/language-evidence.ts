import { bitOf, CYRILLIC, EXACT, FOREIGN_IN, LANGUAGES, NEUTRAL, TYPED, WRITTEN_WITH } from './language-tables';
import type { Word } from './message-words';
import { vietnameseSyllable } from './vietnamese-syllable';
import { addShape } from './word-shapes';

/** What the words of a message say of each known language, in the order of {@link LANGUAGES}; in natural logarithms of odds. */
export interface Evidence {
  readonly scores: readonly number[];
  /** Of the same, what words that the language is known by say. */
  readonly known: readonly number[];
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

export function evidenceOf(words: readonly Word[]): Evidence {
  const scores: number[] = LANGUAGES.map(() => 0);
  const known: number[] = LANGUAGES.map(() => 0);
  for (const word of words) {
    const exact = EXACT.get(word.written) ?? 0;
    const told = exact | (TYPED.get(word.folded) ?? 0);
    const proper = exact | CYRILLIC;
    const full = weightOf(word.folded);
    const { wrong, foreign } = lettersOf(word.written);
    const syllable = (told & VIETNAMESE) === 0 ? SYLLABLES[vietnameseSyllable(word.folded)] : 0;
    for (let place = 0; place < LANGUAGES.length; place++) {
      const bit = 1 << place;
      let score = 0;
      if ((told & bit) !== 0) {
        score = (proper & bit) !== 0 ? full : full * UNSIGNED;
        known[place] = (known[place] ?? 0) + score;
      } else if ((wrong & bit) !== 0) score = WRONG_LETTER;
      else if ((foreign & bit) !== 0) score = FOREIGN_LETTER;
      if (bit === VIETNAMESE) score += syllable;
      scores[place] = (scores[place] ?? 0) + score;
    }
    if (told === 0 && !NEUTRAL.has(word.folded)) addShape(scores, word.folded, SHAPE_SHARE);
  }
  return { scores, known };
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
