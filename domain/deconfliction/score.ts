import { birthsAgree, type BirthsAgree } from './births';
import type { Identity } from './identity';
import { namesAgree, type NamesAgree } from './names-agree';

/** `exact`: an identifier that one person alone has is equal; `strong`: likely the same; `possible`: to be looked at. */
export const STRENGTHS = ['exact', 'strong', 'possible'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** One reason for a score. It tells how the two agree and never what either holds, so that it can be shown to anybody. */
export interface Part {
  readonly on: string;
  /** What it adds to the score, or takes from it. */
  readonly points: number;
  readonly says: string;
}

export interface Match {
  /** 0 to 100. */
  readonly score: number;
  /** Absent where they are not held to be the same. */
  readonly strength?: Strength;
  readonly parts: readonly Part[];
}

/** From how many points two are held to be possibly, or likely, the same. [P] */
const POSSIBLE = 50;
const STRONG = 80;

/**
 * What each agreement counts, in the manner of Fellegi and Sunter (“A theory for record linkage”, 1969): the rarer it is
 * between two people by chance, the more; what contradicts is taken off. The points are defaults of this project. [P]
 */
const NAMES: Readonly<Record<NamesAgree, readonly [points: number, says: string]>> = {
  equal: [50, 'The names are the same, or the same in another spelling.'],
  shorter: [45, 'One name has all the words of the other, and more.'],
  misspelt: [38, 'The names differ by a letter or two.'],
  'one-word': [15, 'The one word of one name is in the other.'],
  'in-part': [-15, 'The names share a word, and another differs.'],
  contradict: [-30, 'The names differ.'],
};
const BIRTHS: Readonly<Record<BirthsAgree, readonly [points: number, says: string]>> = {
  equal: [50, 'The dates of birth are the same.'],
  'as-far-as-known': [20, 'The dates of birth agree as far as they are known.'],
  misread: [25, 'The dates of birth differ by one digit, or by two that have changed places.'],
  contradict: [-50, 'The dates of birth contradict each other.'],
};
const MARKS: Readonly<Record<string, readonly [points: number, says: string]>> = {
  document: [100, 'The document number is the same.'],
  phone: [85, 'The phone number is the same.'],
  email: [85, 'The e-mail address is the same.'],
  account: [80, 'The account is the same.'],
  'bank-account': [90, 'The bank account is the same.'],
  'vehicle-mark': [80, 'The vehicle is the same.'],
  address: [55, 'The address is the same.'],
};
/** Kinds of which an equal one is enough to hold two to be one. */
const UNIQUE: readonly string[] = ['document'];

/**
 * How likely two identities are the same, with its reasons. The same in both directions. Another name, or another date of
 * birth, does not speak against an equal identifier: people change names and share phones, and a person decides.
 */
export function scoreMatch(one: Identity, other: Identity): Match {
  const marks = marksShared(one, other);
  const person = [...namePart(one, other), ...birthPart(one, other)];
  const parts = [
    ...marks,
    ...(marks.length === 0 ? person : person.map((part) => ({ ...part, points: Math.max(0, part.points) }))),
  ];
  const score = Math.max(0, Math.min(100, sum(parts)));
  const strength = strengthOf(score, marks);
  return strength === undefined ? { score, parts } : { score, strength, parts };
}

function strengthOf(score: number, marks: readonly Part[]): Strength | undefined {
  if (marks.some(({ on }) => UNIQUE.includes(on))) return 'exact';
  if (score >= STRONG) return 'strong';
  return score >= POSSIBLE ? 'possible' : undefined;
}

/** One for each kind, however many of it are equal. */
function marksShared({ marks }: Identity, other: Identity): readonly Part[] {
  const kinds = new Set(
    marks.filter((mark) => other.marks.includes(mark)).map((mark) => mark.slice(0, mark.indexOf(':'))),
  );
  return [...kinds].sort().flatMap((on) => partOf(on, MARKS[on]));
}

/** The likest of all names of one and the other. */
function namePart({ names }: Identity, other: Identity): readonly Part[] {
  return best(
    'name',
    names.flatMap((name) => other.names.map((another) => NAMES[namesAgree(name, another)])),
  );
}

function birthPart({ births }: Identity, other: Identity): readonly Part[] {
  return best(
    'birth',
    births.flatMap((birth) => other.births.map((another) => BIRTHS[birthsAgree(birth, another)])),
  );
}

const best = (on: string, found: readonly (readonly [number, string])[]) =>
  partOf(on, [...found].sort(([a], [b]) => b - a)[0]);

const partOf = (on: string, counted: readonly [number, string] | undefined): readonly Part[] =>
  counted ? [{ on, points: counted[0], says: counted[1] }] : [];

const sum = (parts: readonly Part[]) => parts.reduce((all, { points }) => all + points, 0);
