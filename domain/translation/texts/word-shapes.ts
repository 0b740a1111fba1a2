import { LANGUAGES, TYPED } from './language-tables';

/** A word is taken with its beginning and end, as “<word>”, and told by its runs of so many letters. */
const RUN = 3;
const LATIN = /^[a-z]+$/;
/** Of each language, how much of what is taken to be met is the mean of all. [P] */
const MEAN_SHARE = 0.3;

const SHAPES = shapes();

/**
 * Adds what the look of a word in Latin letters says of each language, in natural logarithms of odds against the mean of all: it
 * is learnt from the words by which the languages are known (naive Bayes over runs of letters, as Cavnar and Trenkle 1994 take
 * them). General statistics are of texts with their signs, and know little of words without them.
 *
 * @param folded in small letters without signs
 */
export function addShape(scores: Float64Array, folded: string, share: number): void {
  const framed = framedWord(folded);
  for (let at = 0; at + RUN <= framed.length; at++) {
    const odds = SHAPES.get(framed.slice(at, at + RUN));
    if (odds === undefined) continue;
    for (let place = 0; place < scores.length; place++)
      scores[place] = (scores[place] ?? 0) + share * (odds[place] ?? 0);
  }
}

function shapes(): ReadonlyMap<string, Float32Array> {
  const met = new Map<string, Float32Array>();
  const all = new Float32Array(LANGUAGES.length);
  for (const [word, languages] of TYPED) {
    if (!LATIN.test(word)) continue;
    const framed = framedWord(word);
    for (let at = 0; at + RUN <= framed.length; at++) {
      const run = framed.slice(at, at + RUN);
      const counts = met.get(run) ?? new Float32Array(LANGUAGES.length);
      met.set(run, counts);
      for (let place = 0; place < LANGUAGES.length; place++)
        if ((languages & (1 << place)) !== 0) {
          counts[place] = (counts[place] ?? 0) + 1;
          all[place] = (all[place] ?? 0) + 1;
        }
    }
  }
  for (const counts of met.values()) {
    const rates = counts.map((count, place) => count / Math.max(all[place] ?? 0, 1));
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    counts.set(rates.map((rate) => Math.log((rate / mean + MEAN_SHARE) / (1 + MEAN_SHARE))));
  }
  return met;
}

function framedWord(word: string): string {
  return `<${word}>`;
}
