import { transliterate } from 'transliteration';
import { Random } from '../../../samples/random';
import * as names from '../../../samples/names';

/** A person as they were entered once. */
export interface Entry {
  readonly id: number;
  /** Entries of one person have the same. */
  readonly person: number;
  readonly names: readonly string[];
  readonly birth?: string;
  readonly phone?: string;
  /** How it was altered from the person's first entry, or why it is easily taken for another person's. */
  readonly ways: readonly string[];
}

interface Person {
  readonly language: Language;
  /** In the order their language has. */
  readonly words: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly birth: string;
  /** As at home, without what is dialled before it. */
  readonly phone: string;
  readonly way?: (typeof LIKENESSES)[number];
}

type Language = (typeof LANGUAGES)[number];
const LANGUAGES = ['english', 'hungarian', 'romanian', 'bulgarian', 'polish', 'vietnamese', 'albanian'] as const;
const OF: Readonly<Record<Language, names.Names>> = {
  english: names.ENGLISH,
  hungarian: names.HUNGARIAN,
  romanian: names.ROMANIAN,
  bulgarian: names.BULGARIAN,
  polish: names.POLISH,
  vietnamese: names.VIETNAMESE,
  albanian: names.ALBANIAN,
};
/** How the numbers of a country are made. */
interface Phones {
  readonly code: string;
  /** What is dialled before a number at home, in place of the code. */
  readonly trunk: string;
  readonly ranges: readonly string[];
  /** After the range. */
  readonly digits: number;
}
const PHONES: Readonly<Record<Language, Phones>> = {
  english: {
    code: '44',
    trunk: '0',
    // What Ofcom keeps for drama, and gives to nobody.
    ranges: names.words(
      '7700900 1134960 1144960 1164960 1174960 1214960 1314960 1414960 1514960 1614960 1914980 2079460',
    ),
    digits: 3,
  },
  hungarian: { code: '36', trunk: '06', ranges: ['70'], digits: 7 },
  romanian: { code: '40', trunk: '0', ranges: ['72'], digits: 7 },
  bulgarian: { code: '359', trunk: '0', ranges: ['88'], digits: 7 },
  polish: { code: '48', trunk: '', ranges: ['50'], digits: 7 },
  vietnamese: { code: '84', trunk: '0', ranges: ['90'], digits: 7 },
  albanian: { code: '355', trunk: '0', ranges: ['67'], digits: 7 },
};

type Spelling = Readonly<Record<string, string>>;

/** Latin spellings of Bulgarian that are about: the Transliteration Act’s, the one of old passports, of German and of English habit. */
const SPELLINGS: readonly Spelling[] = [
  { ж: 'zh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht', ъ: 'a', ю: 'yu', я: 'ya', х: 'h', й: 'y' },
  { ж: 'j', ц: 'tz', ч: 'tch', ш: 'ch', щ: 'cht', ъ: 'a', ю: 'iou', я: 'ia', х: 'h', й: 'i' },
  { ж: 'ž', ц: 'c', ч: 'č', ш: 'š', щ: 'št', ъ: 'a', ю: 'ju', я: 'ja', х: 'h', й: 'j' },
  { ж: 'zh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht', ъ: 'u', ю: 'iu', я: 'ia', х: 'kh', й: 'i' },
];

/** Why people who are not the same are easily taken for each other. */
export const LIKENESSES = ['twin', 'brother', 'father', 'namesake', 'shared phone'] as const;

/** A share of the people who have a second entry, and of those a third. */
const AGAIN = 0.4;

/**
 * Synthetic people as several forces would enter them, the same for the same seed: names of seven languages, common ones many
 * times, and some two in five people entered again in another way. Brothers, twins and namesakes are among them.
 */
export function labelledPeople(seed: number, howMany: number): readonly Entry[] {
  const random = new Random(seed);
  const people: Person[] = [];
  while (people.length < howMany) people.push(...relatives(newPerson(random, people.length), random, people.length));
  const entries = people.slice(0, howMany).flatMap((person, nth) => {
    const draft = firstDraft(person, random);
    const first = { ...write(draft, person, random), ways: person.way === undefined ? [] : [person.way], person: nth };
    const again = random.chance(AGAIN) ? (random.chance(0.1) ? 2 : 1) : 0;
    return [
      first,
      ...Array.from({ length: again }, () => ({ ...altered(person, draft, first.phone, random), person: nth })),
    ];
  });
  return entries.map((entry, id) => ({ ...entry, id }));
}

const DAY_MS = 86_400_000;
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

function newPerson(random: Random, nth: number): Person {
  const language = random.chance(0.06) ? 'albanian' : random.pick(LANGUAGES.slice(0, 6));
  const isWoman = random.chance(0.45);
  const { women, men, surnames } = OF[language];
  const given = common(isWoman ? women : men, random);
  const surname = common(surnames, random);
  return {
    language,
    words: fullName(language, isWoman, given, surname, random),
    birth: day(random),
    phone: phoneOf(language, nth),
  };
}

function fullName(
  language: Language,
  isWoman: boolean,
  given: string,
  surname: string,
  random: Random,
): readonly string[] {
  switch (language) {
    case 'hungarian':
      return [surname, given];
    case 'bulgarian':
      return [given, gendered(common(names.BULGARIAN.surnames, random), isWoman), gendered(surname, isWoman)];
    case 'polish':
      return [given, isWoman ? surname.replace(/ski$/, 'ska') : surname];
    case 'vietnamese':
      return [surname, random.pick(isWoman ? names.VIETNAMESE_MIDDLE.women : names.VIETNAMESE_MIDDLE.men), given];
    default:
      return random.chance(0.3)
        ? [given, common(isWoman ? OF[language].women : OF[language].men, random), surname]
        : [given, surname];
  }
}

const gendered = (surname: string, isWoman: boolean) =>
  isWoman ? (surname.endsWith('ски') ? surname.replace(/и$/, 'а') : `${surname}а`) : surname;

/** The earlier ones more often. */
const common = (all: readonly string[], random: Random) => all[Math.floor(all.length * random.next() ** 1.6)] as string;

function day(random: Random): string {
  const from = Date.UTC(1955, 0, 1);
  return dayOf(from + random.whole(0, 18_500) * DAY_MS);
}

/** No two the same, up to as many people as a country has numbers here, but where a family shares one. */
function phoneOf(language: Language, nth: number): string {
  const { ranges, digits } = PHONES[language];
  const range = ranges[Math.floor(nth / 10 ** digits) % ranges.length] as string;
  return `${range}${String((nth * 7_919) % 10 ** digits).padStart(digits, '0')}`;
}

/** The person, and now and then somebody who is easily taken for them. */
function relatives(person: Person, random: Random, nth: number): readonly Person[] {
  const { language, words } = person;
  const givenAt = language === 'hungarian' ? 1 : language === 'vietnamese' ? words.length - 1 : 0;
  const { women, men } = OF[language];
  const brother = () => {
    const all = women.includes(words[givenAt] ?? '') ? women : men;
    const given = random.pick(all.filter((name) => name !== words[givenAt]));
    return words.map((word, at) => (at === givenAt ? given : word));
  };
  const phone = phoneOf(language, nth + 1);
  if (random.chance(0.02)) return [person, { ...person, way: 'twin', words: brother(), phone }];
  if (random.chance(0.03)) return [person, { ...person, way: 'brother', words: brother(), birth: day(random), phone }];
  if (random.chance(0.01))
    return [person, { ...person, way: 'father', birth: aGenerationBefore(person.birth, random), phone }];
  if (random.chance(0.03)) return [person, { ...person, way: 'namesake', birth: day(random), phone }];
  if (random.chance(0.002)) return [person, { ...person, way: 'shared phone', words: brother(), birth: day(random) }];
  return [person];
}

/** What an entry is to say, before it is written down. */
interface Draft {
  readonly words: readonly string[];
  /** Absent where the name is in its own script. */
  readonly spelling?: Spelling | undefined;
  readonly birth?: string | undefined;
  readonly phone?: string | undefined;
}

/** As an officer first has it: Bulgarians in Cyrillic or Latin, a phone with one in two. */
const firstDraft = ({ language, words, birth, phone }: Person, random: Random): Draft => ({
  words,
  spelling: language === 'bulgarian' && random.chance(0.6) ? SPELLINGS[0] : undefined,
  birth,
  phone: random.chance(0.5) ? phone : undefined,
});

/** From 18 to 35 years. */
const aGenerationBefore = (birth: string, random: Random) =>
  dayOf(Date.parse(birth) - random.whole(6_570, 12_780) * DAY_MS);

type Written = Pick<Entry, 'names' | 'birth' | 'phone'>;

/** @param phoneBefore how the phone is not to be written, as it was so the first time */
function write(draft: Draft, { language }: Person, random: Random, phoneBefore?: string): Written {
  const { birth, phone } = draft;
  return {
    names: [spelt(draft)],
    ...(birth === undefined ? {} : { birth: birthAs(birth, random) }),
    ...(phone === undefined ? {} : { phone: phoneAs(phone, PHONES[language], random, phoneBefore) }),
  };
}

const spelt = ({ words, spelling }: Draft) =>
  words.map((word) => (spelling === undefined ? word : latin(word, spelling))).join(' ');

interface Altering {
  readonly draft: Draft;
  readonly first: Draft;
  readonly person: Person;
  readonly random: Random;
}

/** What may be another way the second time, how often it is tried, and what it changes: nothing, where it cannot be. */
const WAYS: readonly (readonly [way: string, often: number, alter: (altering: Altering) => Partial<Draft>])[] = [
  [
    'plain letters',
    4,
    ({ draft, person }) =>
      person.language === 'bulgarian' ? {} : { words: draft.words.map((word) => transliterate(word)) },
  ],
  ['another transliteration', 4, ({ first, random }) => (first.spelling ? { spelling: random.pick(SPELLINGS) } : {})],
  [
    'another script',
    3,
    ({ first, person, random }) =>
      person.language === 'bulgarian' ? { spelling: first.spelling ? undefined : random.pick(SPELLINGS) } : {},
  ],
  ['swapped order', 3, ({ draft }) => ({ words: [...draft.words.slice(1), draft.words[0] as string] })],
  [
    'middle name left out',
    2,
    ({ draft }) => ({ words: draft.words.filter((_, at) => at === 0 || at === draft.words.length - 1) }),
  ],
  ['slip in the name', 3, ({ draft, random }) => ({ words: slip(draft.words, random) })],
  ['digit of the birth wrong', 2, ({ person, random }) => ({ birth: misread(person.birth, random) })],
  ['day and month swapped', 1, ({ person }) => ({ birth: monthFirst(person.birth) })],
  ['year of birth only', 1, ({ person }) => ({ birth: person.birth.slice(0, 4) })],
  ['birth absent, phone', 1, ({ first }) => (first.phone ? { birth: undefined, phone: first.phone } : {})],
  ['birth absent', 0.3, () => ({ birth: undefined })],
  ['the phone again', 2, ({ first }) => ({ phone: first.phone })],
];

/** The ways in which {@link labelledPeople} alters who is entered again. */
export const ALTERATIONS: readonly string[] = WAYS.map(([way]) => way);

/** Another entry of somebody, by one or two ways of which each changes something that is written. */
function altered(
  person: Person,
  first: Draft,
  phoneBefore: string | undefined,
  random: Random,
): Omit<Entry, 'id' | 'person'> {
  let draft: Draft = { ...first, phone: undefined };
  const ways: string[] = [];
  const howMany = random.chance(0.4) ? 2 : 1;
  while (ways.length < howMany) {
    const [way, , alter] = weighted(random);
    // What leaves the birth out or changes it is done once only.
    if (ways.some((done) => done === way || (aboutBirth(done) && aboutBirth(way)))) continue;
    const next = { ...draft, ...alter({ draft, first, person, random }) };
    if (saysTheSame(next, draft)) continue;
    draft = next;
    ways.push(way);
  }
  const phone = draft.phone ?? (random.chance(0.3) ? person.phone : undefined);
  return { ...write({ ...draft, phone }, person, random, phoneBefore), ways };
}

const aboutBirth = (way: string) => way.includes('birth') || way.includes('month');

const saysTheSame = (one: Draft, other: Draft) =>
  spelt(one) === spelt(other) && one.birth === other.birth && one.phone === other.phone;

function weighted(random: Random) {
  let left = random.between(
    0,
    WAYS.reduce((all, [, often]) => all + often, 0),
  );
  return WAYS.find(([, often]) => (left -= often) < 0) ?? (WAYS[0] as (typeof WAYS)[number]);
}

function latin(word: string, spelling: Spelling): string {
  const letters = [...word].map((letter) => {
    const lower = spelling[letter.toLowerCase()];
    if (lower === undefined) return letter;
    return letter === letter.toLowerCase() ? lower : `${lower[0]?.toUpperCase()}${lower.slice(1)}`;
  });
  return transliterateRest(letters.join(''));
}

const transliterateRest = (word: string) =>
  [...word].map((letter) => (/\p{Script=Cyrillic}/u.test(letter) ? transliterate(letter) : letter)).join('');

/** One letter of one word is another, left out, doubled, or changes places with the next. */
function slip(words: readonly string[], random: Random): readonly string[] {
  const long = words.filter((word) => word.length >= 5);
  if (long.length === 0) return words;
  const word = random.pick(long);
  const at = random.whole(1, word.length - 2);
  const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const letters = /\p{Script=Cyrillic}/u.test(word) ? 'аеинорст' : 'aeinorst';
  const slipped = random.pick([
    `${before}${random.pick([...letters])}${next}${after}`,
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}${next}${letter}${after}`,
  ]);
  return words.map((one) => (one === word ? slipped : one));
}

/** Nobody is born later. */
const YOUNGEST = '2006';

function misread(birth: string, random: Random): string {
  for (;;) {
    const at = random.pick([2, 3, 6, 8, 9]);
    const wrong = `${birth.slice(0, at)}${random.whole(0, 9)}${birth.slice(at + 1)}`;
    const date = new Date(`${wrong}T00:00:00Z`);
    if (wrong !== birth && wrong < YOUNGEST && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(wrong))
      return wrong;
  }
}

function monthFirst(birth: string): string {
  const [year, month, day] = birth.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : birth;
}

function birthAs(birth: string, random: Random): string {
  const [year, month, date] = birth.split('-');
  if (month === undefined) return birth;
  return random.pick([
    birth,
    `${date}/${month}/${year}`,
    `${Number(date)}.${Number(month)}.${year}`,
    `${year}. ${month}. ${date}.`,
  ]);
}

function phoneAs(phone: string, { code, trunk }: Phones, random: Random, before?: string): string {
  const grouped = `${phone.slice(0, -6)} ${phone.slice(-6, -3)} ${phone.slice(-3)}`;
  const ways = [
    `+${code}${phone}`,
    `00${code}${phone}`,
    `+${code} ${grouped}`,
    `${trunk}${phone}`,
    `${trunk}${grouped}`,
  ];
  return random.pick(ways.filter((way) => way !== before));
}
