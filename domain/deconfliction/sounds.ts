import daitchMokotoff from 'talisman/phonetics/daitch-mokotoff';

/** One more than the highest code of a word. */
const CODES = 1_000_000;
/** Letters of a word that can count in six digits; each more might double its readings. */
const LETTERS = 12;
/** Readings of a word at most: names have one or two. */
const READINGS = 8;

/**
 * How names sound, so that two which share two words are found whatever their order: each pair of the Daitch–Mokotoff codes of
 * two words of one name, as one number; of a name of one word, each of its codes.
 */
export function soundsOf(names: readonly string[]): readonly number[] {
  return [...new Set(names.flatMap(soundsOfOne))].sort((a, b) => a - b);
}

function soundsOfOne(name: string): readonly number[] {
  const words = name.split(' ').map(codesOf);
  if (words.length === 1) return (words[0] ?? []).map((code) => CODES * CODES + code);
  return words.flatMap((codes, place) =>
    words.slice(place + 1).flatMap((others) => codes.flatMap((one) => others.map((other) => pair(one, other)))),
  );
}

const codesOf = (word: string) => [...new Set(daitchMokotoff(word.slice(0, LETTERS)))].slice(0, READINGS).map(Number);

const pair = (one: number, other: number) => Math.min(one, other) * CODES + Math.max(one, other);

/** The first Daitch–Mokotoff code of a word. */
export const firstSoundOf = (word: string): number => codesOf(word)[0] ?? 0;
