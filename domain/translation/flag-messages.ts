import type { Lexicon, LexiconTerm, LexiconTheme, TermWeight } from './lexicon.schema';
import { termWords, type TermWord } from './lexicon-term';
import { WordPatterns, type FittedWord, type Pattern } from './word-patterns';

/** Of a text that is in several languages at once (ISO 639-2 “multiple languages”). */
export const MIXED_LANGUAGES = 'mul';

/** A place in a message that a person should look at. It proves nothing. */
export interface Flag {
  readonly theme: LexiconTheme;
  /** As the lexicon writes it, also where one of its other forms was found. */
  readonly term: string;
  /** Of the term: not always that of the text. */
  readonly language: string;
  /** Where it begins in the text as it was written, in UTF-16 units. */
  readonly start: number;
  /** Where it ends: the first unit that is no longer part of it. */
  readonly end: number;
  readonly weight: TermWeight;
  readonly meaning: string;
}

/** Finds the terms of one lexicon. */
export interface Matcher {
  /**
   * The flags of a text by their place, the longer before the shorter; they may overlap. A term that stands within another of
   * its theme is left out, unless it alone is strong. Whole words only; case and accents do not matter (but in Vietnamese, where an accent that is written must be the term's),
   * nor whether Bulgarian is written in Cyrillic or Latin letters.
   *
   * @param language ISO 639-1. Where the lexicon has no terms of it (`und`, {@link MIXED_LANGUAGES}, others), strong terms of
   *   all languages are looked for, and no weak ones: a word of one language is too often an everyday word of another
   */
  readonly flagsIn: (text: string, language: string) => readonly Flag[];
}

/** A term, or one of its forms, as patterns of words. */
interface Wanted {
  readonly about: Omit<Flag, 'start' | 'end'>;
  readonly patterns: readonly Pattern[];
  /** The accents of each word, where they tell words apart. */
  readonly accents: readonly string[] | undefined;
  /** How much of a text's words it says: the more, the more exactly it is meant. */
  readonly letters: number;
}

/** A term where it stands. */
interface Found {
  readonly wanted: Wanted;
  readonly start: number;
  readonly end: number;
}

/** By the first of their words. */
type Sought = Map<Pattern, Wanted[]>;

/** Languages in which words are told apart by their accents alone. */
const ACCENTS_TELL: ReadonlySet<string> = new Set(['vi']);

const NO_FLAGS: readonly Flag[] = [];

/** Prepares a lexicon for searching; it takes about as long as some thousand messages, so keep what it answers. */
export function lexiconMatcher(lexicon: Lexicon): Matcher {
  const words = new WordPatterns();
  const byLanguage = new Map<string, Sought>();
  const strong: Sought = new Map();
  for (const term of lexicon.terms) {
    const own = byLanguage.get(term.language) ?? new Map<Pattern, Wanted[]>();
    byLanguage.set(term.language, own);
    for (const wanted of wantedOf(term, words)) {
      keep(own, wanted);
      if (wanted.about.weight === 'strong') keep(strong, wanted);
    }
  }
  return {
    flagsIn: (text, language) => {
      const found = words.wordsOf(text);
      return found.length === 0 ? NO_FLAGS : flagsOf(text, found, byLanguage.get(language) ?? strong);
    },
  };
}

function wantedOf({ term, forms = [], language, theme, meaning, weight = 'strong' }: LexiconTerm, words: WordPatterns) {
  return [term, ...forms].map((form): Wanted => {
    const own = termWords(form);
    return {
      about: { theme, term, language, weight, meaning },
      patterns: own.map((word) => words.add(word)),
      accents: ACCENTS_TELL.has(language) ? own.map(({ written }) => accentsOf(written)) : undefined,
      letters: own.reduce((sum, { ways, isStem }: TermWord) => sum + (ways[0] ?? '').length + (isStem ? 0 : 1), 0),
    };
  });
}

function keep(sought: Sought, wanted: Wanted): void {
  const [first] = wanted.patterns;
  if (first === undefined) return;
  const others = sought.get(first);
  if (others === undefined) sought.set(first, [wanted]);
  else others.push(wanted);
}

function flagsOf(text: string, words: readonly FittedWord[], sought: Sought): readonly Flag[] {
  const found: Found[] = [];
  words.forEach(({ start, fits }, at) => {
    for (const pattern of fits)
      for (const wanted of sought.get(pattern) ?? []) {
        const end = words[at + wanted.patterns.length - 1]?.end;
        if (end !== undefined && standsAt(wanted, text, words, at)) found.push({ wanted, start, end });
      }
  });
  if (found.length === 0) return NO_FLAGS;
  const kept: Found[] = [];
  for (const one of found.sort(byPlace)) if (!kept.some((other) => says(other, one))) kept.push(one);
  return kept.map(({ wanted, start, end }) => ({ ...wanted.about, start, end }));
}

/** By where they begin, the longer first; at one place the strong before the weak, then what says more of the words. */
const byPlace = (one: Found, other: Found) =>
  one.start - other.start ||
  other.end - one.end ||
  Number(isStrong(other)) - Number(isStrong(one)) ||
  other.wanted.letters - one.wanted.letters;

/** Whether what the second would say is said by the first, which stands around it. */
const says = (around: Found, within: Found) =>
  around.end >= within.end &&
  around.wanted.about.theme === within.wanted.about.theme &&
  (isStrong(around) || !isStrong(within));

const isStrong = ({ wanted }: Found) => wanted.about.weight === 'strong';

const standsAt = ({ patterns, accents }: Wanted, text: string, words: readonly FittedWord[], at: number) =>
  patterns.every((pattern, place) => words[at + place]?.fits.includes(pattern)) &&
  (accents === undefined ||
    accents.every((of, place) => {
      const word = words[at + place];
      return word !== undefined && isWithin(accentsOf(text.slice(word.start, word.end)), of);
    }));

/** The accents of a word, wherever in it they are set: hoà and hòa are one. */
const accentsOf = (word: string) =>
  [
    ...(word
      .toLowerCase()
      .normalize('NFD')
      .match(/[\p{M}đ]/gu) ?? []),
  ]
    .sort()
    .join('');

/** Accents may be left out, and none may be there that is not the term's. Both are sorted. */
function isWithin(some: string, all: string): boolean {
  let at = 0;
  for (const accent of all) if (accent === some[at]) at += 1;
  return at >= some.length;
}
