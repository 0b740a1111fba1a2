import { evidenceOf, knownIn } from './language-evidence';
import { bitOf, CYRILLIC, EXACT, LANGUAGES, NEUTRAL, SIGNED, TYPED } from './language-tables';
import type { Word } from './message-words';

const LATIN = /[a-z]/;
const GREEK = bitOf('el');
/** So many words of Vietnamese without any sign are written without them. [P] */
const FEW_VIETNAMESE = 3;
/** Words in a row that are surely of another language, and what they tell at least. [P] */
const SHORTEST_RUN = 2;
const LEAST_OF_RUN = 7;
const LEAST_LEAD = 3;

/** Whether a text in that language is without its signs, or in Latin letters though the language has others. */
export function isTransliterated(words: readonly Word[], language: string): boolean {
  const bit = bitOf(language);
  if ((bit & (CYRILLIC | GREEK)) !== 0)
    return words.filter(({ written }) => LATIN.test(written)).length * 2 > words.length;
  if ((bit & SIGNED) === 0 || words.some(({ written, folded }) => written !== folded)) return false;
  if (language === 'vi' && words.length >= FEW_VIETNAMESE) return true;
  return words.some(({ folded }) => ((TYPED.get(folded) ?? 0) & bit) !== 0 && ((EXACT.get(folded) ?? 0) & bit) === 0);
}

/** Other languages that words in a row are surely in. */
export function mixedWith(words: readonly Word[], language: string): readonly string[] {
  const bit = bitOf(language);
  const found = new Set<string>();
  let run: Word[] = [];
  for (const word of [...words, null]) {
    const known = word === null || NEUTRAL.has(word.folded) ? 0 : knownIn(word);
    if (word !== null && known !== 0 && (known & bit) === 0) run.push(word);
    else {
      const other = run.length < SHORTEST_RUN ? null : languageOfRun(run);
      if (other !== null) found.add(other);
      run = [];
    }
  }
  return [...found];
}

/** By its words alone: statistics say nothing of so few. */
function languageOfRun(run: readonly Word[]): string | null {
  const { known } = evidenceOf(run);
  const [most = 0, next = 0] = [...known].sort((one, other) => other - one);
  return most >= LEAST_OF_RUN && most - next >= LEAST_LEAD ? (LANGUAGES[known.indexOf(most)] ?? null) : null;
}
