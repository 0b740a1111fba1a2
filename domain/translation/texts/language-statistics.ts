import { eld } from './eld.mjs';
import { NEUTRAL } from './language-tables';
import type { Word } from './message-words';

/** The library's scores go from 0 to 1 as x / (x + 25) of the mean x over its runs of letters, one for about three letters. */
const SCALE = 25;
const LETTERS_OF_RUN = 3;
/** What a run of letters tells, in natural logarithms of odds for each point of its score. [P] */
const SHARE = 0.01;
/** Macedonian, which the library does not know, it takes for one of these, of which it has less than they have. [P] */
const MACEDONIAN_TAKEN_FOR = ['sr', 'bg'];
const MACEDONIAN_SHARE = 0.95;

const detector = eld.newInstance();

/**
 * What general statistics of letters say of the languages that the library knows, by ISO 639-1, in natural logarithms of odds.
 * Names and worldwide words are left out.
 */
export function statisticsOf(words: readonly Word[]): Map<string, number> {
  const telling = words.filter(({ folded }) => !NEUTRAL.has(folded));
  const runs = telling.reduce((sum, { folded }) => sum + 1 + Math.floor(folded.length / LETTERS_OF_RUN), 0);
  const scores = detector.detect(telling.map(({ written }) => written).join(' ')).getScores();
  const odds = new Map<string, number>();
  for (const language of Object.keys(scores)) {
    const score = scores[language] ?? 0;
    odds.set(language, ((SCALE * score) / (1 - score)) * runs * SHARE);
  }
  odds.set('mk', MACEDONIAN_SHARE * Math.max(...MACEDONIAN_TAKEN_FOR.map((other) => odds.get(other) ?? 0)));
  return odds;
}
