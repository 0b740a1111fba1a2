import { transliterate } from 'transliteration';
import { Random } from '../random';
import * as names from './names';

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
  /** E.164. */
  readonly phone: string;
  readonly way?: string;
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
/** How a number of each country begins; the length of the rest. Of no range that is given out in the United Kingdom. */
const PHONES: Readonly<Record<Language, readonly [prefix: string, digits: number]>> = {
  english: ['+447700', 6],
  hungarian: ['+3670', 7],
  romanian: ['+4072', 7],
  bulgarian: ['+35988', 7],
  polish: ['+4850', 7],
  vietnamese: ['+8490', 7],
  albanian: ['+35567', 7],
};

/** Latin spellings of Bulgarian that are about: the Transliteration Act’s, the one of old passports, of German and of English habit. */
const SPELLINGS: readonly Readonly<Record<string, string>>[] = [
  { ж: 'zh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht', ъ: 'a', ю: 'yu', я: 'ya', х: 'h', й: 'y' },
  { ж: 'j', ц: 'tz', ч: 'tch', ш: 'ch', щ: 'cht', ъ: 'a', ю: 'iou', я: 'ia', х: 'h', й: 'i' },
  { ж: 'ž', ц: 'c', ч: 'č', ш: 'š', щ: 'št', ъ: 'a', ю: 'ju', я: 'ja', х: 'h', й: 'j' },
  { ж: 'zh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht', ъ: 'u', ю: 'iu', я: 'ia', х: 'kh', й: 'i' },
];

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
    const first = {
      ...entered(person, person.words, random),
      ways: person.way === undefined ? [] : [person.way],
      person: nth,
    };
    const again = random.chance(AGAIN) ? (random.chance(0.1) ? 2 : 1) : 0;
    return [first, ...Array.from({ length: again }, () => ({ ...altered(person, random), person: nth }))];
  });
  return entries.map((entry, id) => ({ ...entry, id }));
}

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
    phone: phoneOf(language, nth, random),
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
  return new Date(from + random.whole(0, 18_500) * 86_400_000).toISOString().slice(0, 10);
}

/** No two the same, but where a family shares one. */
function phoneOf(language: Language, nth: number, random: Random): string {
  const [prefix, digits] = PHONES[language];
  return `${prefix}${String((nth * 89 + random.whole(0, 88)) % 10 ** digits).padStart(digits, '0')}`;
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
  const phone = phoneOf(language, nth + 1, random);
  if (random.chance(0.02)) return [person, { ...person, way: 'twin', words: brother(), phone }];
  if (random.chance(0.03)) return [person, { ...person, way: 'brother', words: brother(), birth: day(random), phone }];
  if (random.chance(0.03)) return [person, { ...person, way: 'namesake', birth: day(random), phone }];
  if (random.chance(0.002)) return [person, { ...person, way: 'shared phone', words: brother(), birth: day(random) }];
  return [person];
}

type Written = Omit<Entry, 'id' | 'person' | 'ways'>;

/** As an officer writes it down: Bulgarians in Cyrillic or Latin, a phone with one in two. */
function entered(person: Person, words: readonly string[], random: Random): Written {
  const written =
    person.language === 'bulgarian' && random.chance(0.6)
      ? words.map((word) => latin(word, SPELLINGS[0] as never))
      : words;
  return {
    names: [written.join(' ')],
    birth: birthAs(person.birth, random),
    ...(random.chance(0.5) ? { phone: phoneAs(person.phone, random) } : {}),
  };
}

interface Draft {
  words: readonly string[];
  birth: string | undefined;
  phone: string | undefined;
}

/** What may be another way the second time, and how often. */
const WAYS: readonly (readonly [
  way: string,
  often: number,
  alter: (draft: Draft, person: Person, random: Random) => void,
])[] = [
  ['plain letters', 4, (draft) => (draft.words = draft.words.map((word) => transliterate(word)))],
  [
    'another transliteration',
    4,
    (draft, { language }, random) => {
      if (language === 'bulgarian')
        draft.words = draft.words.map((word) => latin(word, random.pick(SPELLINGS.slice(1))));
    },
  ],
  ['swapped order', 3, (draft) => (draft.words = [...draft.words.slice(1), draft.words[0] as string])],
  [
    'middle name left out',
    2,
    (draft) => {
      if (draft.words.length > 2) draft.words = [draft.words[0] as string, draft.words.at(-1) as string];
    },
  ],
  ['slip in the name', 3, (draft, _, random) => (draft.words = slip(draft.words, random))],
  ['digit of the birth wrong', 2, (draft, _, random) => (draft.birth = misread(draft.birth as string, random))],
  [
    'day and month swapped',
    1,
    (draft) => {
      const [year, month, date] = (draft.birth as string).split('-');
      if (Number(date) <= 12) draft.birth = `${year}-${date}-${month}`;
    },
  ],
  ['year of birth only', 1, (draft) => (draft.birth = draft.birth?.slice(0, 4))],
  ['birth absent, phone', 1, (draft, { phone }) => Object.assign(draft, { birth: undefined, phone })],
  ['birth absent', 0.3, (draft) => (draft.birth = undefined)],
  ['the phone again', 2, (draft, { phone }) => (draft.phone = phone)],
];

function altered(person: Person, random: Random): Omit<Entry, 'id' | 'person'> {
  const draft: Draft = {
    words:
      person.language === 'bulgarian' && random.chance(0.5)
        ? person.words.map((word) => latin(word, random.pick(SPELLINGS)))
        : person.words,
    birth: person.birth,
    phone: random.chance(0.3) ? person.phone : undefined,
  };
  const first = weighted(random);
  const chosen = random.chance(0.4) ? [first, weighted(random)] : [first];
  // What leaves the birth out or changes it is done once only.
  const ways = chosen.filter(
    ([way], nth) => nth === 0 || (way !== chosen[0]?.[0] && !(aboutBirth(way) && aboutBirth(first[0]))),
  );
  for (const [, , alter] of ways) alter(draft, person, random);
  return {
    names: [draft.words.join(' ')],
    ...(draft.birth === undefined ? {} : { birth: birthAs(draft.birth, random) }),
    ...(draft.phone === undefined ? {} : { phone: phoneAs(draft.phone, random) }),
    ways: ways.map(([way]) => way),
  };
}

const aboutBirth = (way: string) => way.includes('birth') || way.includes('month');

function weighted(random: Random) {
  let left = random.between(
    0,
    WAYS.reduce((all, [, often]) => all + often, 0),
  );
  return WAYS.find(([, often]) => (left -= often) < 0) ?? (WAYS[0] as (typeof WAYS)[number]);
}

function latin(word: string, spelling: Readonly<Record<string, string>>): string {
  const spelt = [...word].map((letter) => {
    const lower = spelling[letter.toLowerCase()];
    if (lower === undefined) return letter;
    return letter === letter.toLowerCase() ? lower : `${lower[0]?.toUpperCase()}${lower.slice(1)}`;
  });
  return transliterateRest(spelt.join(''));
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
  const slipped = random.pick([
    `${before}${random.pick([...'aeinorst'])}${next}${after}`,
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}${next}${letter}${after}`,
  ]);
  return words.map((one) => (one === word ? slipped : one));
}

function misread(birth: string, random: Random): string {
  for (;;) {
    const at = random.pick([2, 3, 6, 8, 9]);
    const wrong = `${birth.slice(0, at)}${random.whole(0, 9)}${birth.slice(at + 1)}`;
    const date = new Date(`${wrong}T00:00:00Z`);
    if (wrong !== birth && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(wrong)) return wrong;
  }
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

function phoneAs(phone: string, random: Random): string {
  const national = phone.startsWith('+44') ? `0${phone.slice(3)}` : phone;
  return random.pick([
    phone,
    phone.replace('+', '00'),
    `${national.slice(0, 5)} ${national.slice(5, 8)} ${national.slice(8)}`,
    phone.replace(/^\+(44|3\d\d|3[06]|4\d|\d\d)(.*)$/, '+$1 (0)$2'.replace('(0)', '')),
  ]);
}
