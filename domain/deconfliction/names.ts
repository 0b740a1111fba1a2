import { transliterate } from 'transliteration';

/** Words of address that are no part of a name. */
const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sir', 'jr', 'sr']);

/** Words that describe somebody whose name is not known. Of these alone a name is none. */
const DESCRIBING: ReadonlySet<string> = new Set([
  ...[
    'unknown',
    'unidentified',
    'name',
    'names',
    'withheld',
    'not',
    'known',
    'given',
    'the',
    'a',
    'of',
    'adult',
    'young',
    'old',
  ],
  ...[
    'male',
    'female',
    'man',
    'woman',
    'boy',
    'girl',
    'child',
    'person',
    'driver',
    'suspect',
    'victim',
    'witness',
    'caller',
  ],
]);

/** Most words of a name that are compared. */
const WORDS = 6;

/** The Bulgarian hard sign is a vowel (Transliteration Act 2009); tables made for Russian leave it out. */
const REPLACED: [string, string][] = [
  ['ъ', 'a'],
  ['Ъ', 'A'],
];

/**
 * Spellings of one sound, brought together in this order: those of Cyrillic names by the Transliteration Act 2009, BGN/PCGN and
 * the older ways (Tsvetan, Cvetan; Zhivko, Živko; Hristo, Christo, Khristo; Yordan, Jordan; -ov, -off), of Hungarian, Romanian
 * and Polish.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(kh|ch)r/, 'hr'],
  [/(shch|sht|sch)/g, 'st'],
  [/(tch|tsh|ch|cz|cs|ts|tz)/g, 'c'],
  [/(sh|sz)/g, 's'],
  [/(zh|zs|rz)/g, 'z'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/gu(?=[ei])/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/w/g, 'v'],
  [/ff?$/, 'v'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/ck/g, 'k'],
  [/ou/g, 'u'],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/^ie/, 'e'],
];

/**
 * The forms under which a name is compared: in plain letters and the order written, and by its sounds, where that is another.
 * Scripts other than Latin are transliterated; letters lose their marks, titles are left out and hyphens part words. A mere
 * description has none.
 */
export function nameForms(written: string): readonly string[] {
  const words = transliterate(written.normalize('NFC'), { replace: REPLACED })
    .toLowerCase()
    .replaceAll(/['’ʹ`]/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !TITLES.has(word))
    .slice(0, WORDS);
  if (words.every((word) => DESCRIBING.has(word))) return [];
  const sounds = words.map((word) => SOUNDS.reduce((form, [spelling, sound]) => form.replace(spelling, sound), word));
  return [...new Set([words.join(' '), sounds.join(' ')])];
}
