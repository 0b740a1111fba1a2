/** A dictionary of FreeDict as Debian installs it, and what is known of the language's word forms. */
export interface GlossLanguage {
  /** Name of its files. */
  readonly dictionary: string;
  /** Its headwords are English: it is read the other way round. */
  readonly isInverted?: boolean;
  /** What a form may end with, and what its headword may have instead. */
  readonly endings: readonly (readonly [ending: string, ...instead: string[]])[];
}

const alike = (endings: string, ...instead: string[]) =>
  endings.split(' ').map((ending) => [ending, ...(instead.length > 0 ? instead : [''])] as const);

/**
 * Hungarian: cases, plurals, possessives, persons and past of verbs. A final short vowel is long before an ending
 * (alma, almát), and -val and -vel take the consonant before them (vonattal).
 */
const HUNGARIAN = [
  ...alike('jainkban jeinkben', ''),
  ...alike(
    'ban ben nak nek val vel ból ből ról ről tól től hoz hez höz nál nél ért kor ként ig ba be ra re on en ön n',
  ),
  ...alike('okat eket öket akat at et ot öt t'),
  ...alike(
    'aink eink jaink jeink atok etek otok ötök unk ünk juk jük uk ük im id ai ei jai jei ja je am em om öm ad ed od öd m d a e',
  ),
  ...alike('ok ek ök ak k'),
  ...alike('lak lek tam tem ttam ttem tál tél ott ett ött tunk tünk tak tek ol el öl sz unk ünk nak nek ni va ve'),
  ...alike('ám ám', 'a'),
  ...alike('ém', 'e'),
  ...['t', 'm', 'd', 'k', 'n', 'ban', 'ba', 'ból', 'ról', 'ra', 'nak', 'val', 'hoz', 'nál', 'tól', 'ért', 'ig'].flatMap(
    (ending) => alike(`á${ending}`, 'a'),
  ),
  ...['t', 'm', 'd', 'k', 'n', 'ben', 'be', 'ből', 'ről', 're', 'nek', 'vel', 'hez', 'nél', 'től', 'ért', 'ig'].flatMap(
    (ending) => alike(`é${ending}`, 'e'),
  ),
  ...[...'bcdfgjklmnprstvz'].flatMap((letter) => alike(`${letter}${letter}al ${letter}${letter}el`, letter)),
];

/** Bulgarian: articles, plurals and persons. */
const BULGARIAN = [
  ...alike('ът ят та то те ите а я и е ове овете'),
  ...alike('ите и та', 'а', 'я', 'о', 'ен'),
  ...alike('иш и им ите ят', 'я'),
  ...alike('аш а аме ате ат', 'ам'),
  ...alike('еш е ем ете ат', 'а', 'я'),
];

/** Polish: cases of nouns and adjectives, and persons of verbs. */
const POLISH = [
  ...alike('a u em ie owi y i e ów om ami ach ego emu ym im ą ę o'),
  ...alike('ę y i ą o ie', 'a'),
  ...alike('ego emu ym a e ą ej ych ymi', 'y'),
  ...alike('iego iemu im ia ie ią iej ich imi', 'i'),
  ...alike('am asz a amy acie ają ał ała ali', 'ać'),
  ...alike('ę isz i imy icie ą ił iła ili', 'ić'),
  ...alike('uję ujesz uje ujemy ujecie ują', 'ować'),
];

/**
 * What FreeDict leads to English from, of what the unit meets; by ISO 639-1. There is nothing for Romanian (its “eng-rom” is
 * Romany), Albanian and Vietnamese. The Slovak one has some 800 words, so most words stay as they are.
 */
export const GLOSS_LANGUAGES: Readonly<Record<string, GlossLanguage>> = {
  bg: { dictionary: 'freedict-eng-bul', isInverted: true, endings: BULGARIAN },
  hr: { dictionary: 'freedict-hrv-eng', endings: [] },
  hu: { dictionary: 'freedict-hun-eng', endings: HUNGARIAN },
  ku: { dictionary: 'freedict-kur-eng', endings: [] },
  lt: { dictionary: 'freedict-lit-eng', endings: [] },
  pl: { dictionary: 'freedict-pol-eng', endings: POLISH },
  sk: { dictionary: 'freedict-slk-eng', endings: [] },
  sl: { dictionary: 'freedict-slv-eng', endings: [] },
};
