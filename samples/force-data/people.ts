import { transliterate } from 'transliteration';
import type { Sex } from '../../domain/profiles/record';
import * as names from '../names';
import { Random } from '../random';

/** Somebody invented, as they are: what a force writes of them is another matter. */
export interface Invented {
  readonly given: string;
  readonly surname: string;
  /** `YYYY-MM-DD`. */
  readonly birth: string;
  readonly sex: Sex;
  readonly ethnicity: string;
  /** Where they live, the latest last, and until which day before that. */
  readonly homes: readonly { readonly postcode: string; readonly until: number }[];
  readonly phones: readonly string[];
  readonly document?: string;
}

/** Beginnings and ends of surnames: with those of `names.ts` they make as many as a region has. */
const BEGINNINGS =
  names.words(`Ash Brad Black Bur Cal Chat Crow Dar Ed Fair Farn Gal God Har Hat Hol Kirk Lang Lin Mar Mel Nor Oak Pem
  Pres Rad Ram Red Rush San Sed Shel Stan Stoke Sut Thorn Up Wad Wal Wey Whit Win Wood Wyn`);
const ENDS = names.words('ley ton ham ford well wood field worth bury combe more by stead land ridge shaw');
const ENGLISH_SURNAMES = [
  ...names.ENGLISH.surnames,
  ...BEGINNINGS.flatMap((beginning) => ENDS.map((end) => `${beginning}${end}`)),
];

const LANGUAGES: readonly (readonly [share: number, of: names.Names, ethnicity: string])[] = [
  [0.86, { ...names.ENGLISH, surnames: ENGLISH_SURNAMES }, 'W1'],
  [0.89, names.POLISH, 'W9'],
  [0.93, names.ROMANIAN, 'W9'],
  [0.95, names.BULGARIAN, 'W9'],
  [0.97, names.HUNGARIAN, 'W9'],
  [0.985, names.ALBANIAN, 'W9'],
  [1, names.VIETNAMESE, 'A9'],
];

const DAY_MS = 86_400_000;
const POSTCODE_ENDS = 'ABDEFGHJLNPQRSTUWXYZ';

/** An invented person by number, the same for the same seed: nobody is kept in memory. */
export function inventedPerson(seed: number, nth: number, areas: readonly string[]): Invented {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(nth + 1, 0x85ebca6b));
  const drawn = random.next();
  const [, language, ethnicity] = LANGUAGES.find(([share]) => drawn < share) as (typeof LANGUAGES)[number];
  const isWoman = random.chance(0.42);
  const common = (all: readonly string[]) => all[Math.floor(all.length * random.next() ** 1.6)] as string;
  const surname = common(language.surnames);
  const moves = random.chance(0.25) ? random.whole(1, 2) : 0;
  const postcode = () =>
    `${random.pick(areas)}${random.whole(1, 20)} ${random.whole(1, 9)}${random.pick([...POSTCODE_ENDS])}${random.pick([...POSTCODE_ENDS])}`;
  return {
    given: common(isWoman ? language.women : language.men),
    surname: language === names.BULGARIAN && isWoman ? `${surname}а` : surname,
    birth: new Date(Date.UTC(1956, 0, 1) + random.whole(0, 19_300) * DAY_MS).toISOString().slice(0, 10),
    sex: isWoman ? 'female' : 'male',
    ethnicity: random.chance(0.1) ? random.pick(['A1', 'A2', 'B1', 'B2', 'M1', 'O9']) : ethnicity,
    homes: Array.from({ length: moves + 1 }, (_, home) => ({
      postcode: postcode(),
      until: home === moves ? Infinity : 18_900 + home * 700 + random.whole(0, 600),
    })),
    phones: Array.from({ length: random.whole(1, 2) }, () => `07${random.whole(400_000_000, 999_999_999)}`),
    ...(random.chance(0.3) ? { document: `${random.pick([...'ABCDEFGH'])}${String(10_000_000 + nth)}` } : {}),
  };
}

/** What is written of somebody this time. */
export interface Heard {
  readonly given: string;
  readonly surname: string;
  readonly birth?: string | undefined;
  readonly postcode?: string | undefined;
  readonly phone?: string | undefined;
  readonly document?: string | undefined;
}

/** Somebody as an officer wrote them down on a day: mostly right, often incomplete, now and then another way. */
export function heard(person: Invented, day: number, random: Random): Heard {
  const named = nameHeard(person, random);
  const home = person.homes.find(({ until }) => day < until);
  return {
    ...named,
    birth: random.chance(0.07) ? undefined : birthHeard(person.birth, random),
    postcode: random.chance(0.25) ? undefined : home?.postcode,
    phone: random.chance(0.35) ? random.pick(person.phones) : undefined,
    document: random.chance(0.08) ? person.document : undefined,
  };
}

function nameHeard({ given, surname }: Invented, random: Random): Pick<Heard, 'given' | 'surname'> {
  const plain = random.chance(0.6);
  const name = { given: plain ? latin(given) : given, surname: plain ? latin(surname) : surname };
  const how = random.next();
  if (how < 0.03) return { given: name.surname, surname: name.given };
  if (how < 0.07) return { ...name, surname: slip(latin(name.surname), random) };
  if (how < 0.09) return { ...name, given: slip(latin(name.given), random) };
  if (how < 0.1) return { ...name, given: `${[...name.given][0] as string}.` };
  if (how < 0.12) return { given: name.given.toUpperCase(), surname: name.surname.toUpperCase() };
  return name;
}

export const latin = (name: string) => transliterate(name);

/** One letter is another, left out, doubled, or changes places with the next. */
export function slip(name: string, random: Random): string {
  if (name.length < 5) return name;
  const at = random.whole(1, name.length - 2);
  const [before, letter, next, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
  return random.pick([
    `${before}${random.pick([...'aeinorst'])}${next}${after}`,
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}${next}${letter}${after}`,
  ]);
}

function birthHeard(birth: string, random: Random): string {
  const how = random.next();
  if (how > 0.05) return birth;
  const [year, month, day] = birth.split('-') as [string, string, string];
  const wrong =
    how < 0.015 && Number(day) <= 12
      ? `${year}-${day}-${month}`
      : how < 0.03
        ? `${year.slice(0, 3)}${random.whole(0, 9)}-${month}-${day}`
        : `${year}-${month}-${day[0] as string}${random.whole(0, 9)}`;
  const read = new Date(`${wrong}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(wrong) && wrong < '2010' ? wrong : birth;
}
