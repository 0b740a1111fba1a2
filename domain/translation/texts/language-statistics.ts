import { eld } from './eld.mjs';
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

/** Languages that statistics of letters know, by ISO 639-1. */
export const STATISTICAL: readonly string[] = Object.values(detector.info().Languages);

/** What general statistics of letters say of the languages that a word may be of, in natural logarithms of odds. */
export function statisticsOf({ written, folded }: Word): ReadonlyMap<string, number> {
  const runs = 1 + Math.floor(folded.length / LETTERS_OF_RUN);
  const odds = new Map(
    Object.entries(detector.detect(written).getScores()).map(([language, score]) => [
      language,
      ((SCALE * score) / (1 - score)) * runs * SHARE,
    ]),
  );
  return odds.set('mk', MACEDONIAN_SHARE * Math.max(...MACEDONIAN_TAKEN_FOR.map((other) => odds.get(other) ?? 0)));
}
