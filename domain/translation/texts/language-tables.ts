import { inLatin } from './cyrillic-in-latin';
import { fold } from './fold';
import { FOREIGN_LETTERS, LETTERS } from './language-letters';
import { ALBANIAN, VIETNAMESE } from './language-words/albanian-vietnamese';
import { BULGARIAN, ENGLISH } from './language-words/bulgarian-english';
import { HUNGARIAN, ROMANIAN } from './language-words/hungarian-romanian';
import { NAMES, WORLDWIDE } from './language-words/no-language';
import * as others from './language-words/other-languages';
import { CZECH, POLISH, SLOVAK } from './language-words/polish-slovak';
import * as slavic from './language-words/slavic-languages';

const WORDS: Readonly<Record<string, string>> = {
  hu: HUNGARIAN,
  ro: ROMANIAN,
  bg: BULGARIAN,
  sq: ALBANIAN,
  pl: POLISH,
  vi: VIETNAMESE,
  en: ENGLISH,
  sk: SLOVAK,
  cs: CZECH,
  hr: slavic.CROATIAN,
  sl: slavic.SLOVENE,
  ru: slavic.RUSSIAN,
  uk: slavic.UKRAINIAN,
  sr: slavic.SERBIAN,
  mk: slavic.MACEDONIAN,
  es: others.SPANISH,
  it: others.ITALIAN,
  fr: others.FRENCH,
  de: others.GERMAN,
  pt: others.PORTUGUESE,
  nl: others.DUTCH,
  tr: others.TURKISH,
  lt: others.LITHUANIAN,
  lv: others.LATVIAN,
  el: others.GREEKLISH,
};

/** Languages whose words are known; a set of them is a number with the bit of each. */
export const LANGUAGES: readonly string[] = Object.keys(WORDS);
export const bitOf = (language: string): number => {
  const place = LANGUAGES.indexOf(language);
  return place < 0 ? 0 : 1 << place;
};
const ALL = (1 << LANGUAGES.length) - 1;
export const CYRILLIC = ['bg', 'ru', 'uk', 'sr', 'mk'].reduce((set, language) => set | bitOf(language), 0);

const listed = (words: string) => words.trim().split(/\s+/);

/** Languages of each word as it is properly written. */
export const EXACT: ReadonlyMap<string, number> = table((language, add) => {
  for (const word of listed(WORDS[language] ?? '')) {
    add(word);
    // The letters with a cedilla were on phones before those with a comma.
    if (language === 'ro') add(word.replaceAll('ș', 'ş').replaceAll('ț', 'ţ'));
  }
});

/** Languages of each word as it is typed without signs, or in Latin letters. */
export const TYPED: ReadonlyMap<string, number> = table((language, add) => {
  for (const word of listed(WORDS[language] ?? '')) {
    add(fold(word));
    add(fold(word).replaceAll("'", ''));
    if (language === 'bg' || language === 'ru' || language === 'uk') inLatin(word, language).forEach(add);
  }
});

/** Languages that write with a letter. Letters that are not in it belong to none that is known. */
export const WRITTEN_WITH: ReadonlyMap<string, number> = table((language, add) => {
  for (const letter of LETTERS[language] ?? '') add(letter);
});

/** Languages that have one of the letters from a to z only in foreign words. */
export const FOREIGN_IN: ReadonlyMap<string, number> = table((language, add) => {
  for (const letter of FOREIGN_LETTERS[language] ?? '') add(letter);
});

/** Words, without signs, that are of no language. */
export const NEUTRAL: ReadonlySet<string> = new Set([...listed(WORLDWIDE), ...listed(NAMES)]);

/** Languages that write most sentences with letters beyond a to z. */
export const SIGNED = ALL & ~(bitOf('en') | bitOf('it') | bitOf('nl') | bitOf('es'));

function table(fill: (language: string, add: (word: string) => void) => void): ReadonlyMap<string, number> {
  const languages = new Map<string, number>();
  for (const language of LANGUAGES)
    fill(language, (word) => languages.set(word, (languages.get(word) ?? 0) | bitOf(language)));
  return languages;
}
