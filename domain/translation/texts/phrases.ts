import { fold } from './fold';

/** How sure the surroundings must make that a word is the name that it looks like. */
export type Needs = 'nothing' | 'signs' | 'capital' | 'preposition';

export interface Phrase {
  /** With its signs. */
  readonly spelling: string;
  readonly value: string;
  readonly needs: Needs;
}

interface Indexed extends Phrase {
  readonly signed: string;
}

export interface Phrases {
  readonly byFirstWord: ReadonlyMap<string, readonly Indexed[]>;
  /** The first letters of all of them, so that most words need no look-up. */
  readonly beginnings: ReadonlySet<string>;
}

/** Letters of a beginning. */
const BEGINNING = 3;

export interface PhraseFound {
  readonly start: number;
  /** Of the name itself: a case ending is beyond it. */
  readonly end: number;
  readonly value: string;
}

const WORD = /\p{L}+/gu;
const FIRST_WORD = /\p{L}+/u;
const LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}/u;

/** Hungarian case endings and “-i”, without their signs (own compilation from common knowledge). */
const ENDINGS = new Set(
  (
    'ba be ban ben bol rol ra re on en hoz hez tol nal nel nak nek ig ert val vel n t ot i ' +
    'ek ekhez eknek eknel ektol'
  ).split(' '),
);
const LONGEST_ENDING = 5;
/** Londonnal, Budapesttel: “-val” takes on the consonant before it. */
const WITH = /^([a-z])\1[ae]l$/;

/** Words before a place (own compilation from common knowledge; small letters without signs). */
const PREPOSITIONS = new Set(
  (
    'in to from at near via around outside into through ' + // English
    'la din spre catre langa pana prin ' + // Romanian
    'do z ze w we pod kolo przez ' + // Polish
    'v vo zo pri okolo cez ' + // Slovak
    'в във от до за към из край през ot za kam kym prez ' + // Bulgarian
    'ne nga deri drejt afer ' + // Albanian
    'o tai den tu ve qua'
  ) // Vietnamese
    .split(' '),
);

/** An index of names to be found in texts; the longest is found first. */
export function phrasesOf(list: readonly Phrase[]): Phrases {
  const index = new Map<string, Indexed[]>();
  for (const { spelling, value, needs } of list) {
    const folded = spaced(fold(spelling.normalize('NFC')));
    const first = FIRST_WORD.exec(folded);
    if (first === null) continue;
    const signed = spelling.normalize('NFC').slice(first.index).toLowerCase();
    const phrase = { spelling: folded.slice(first.index), signed, value, needs };
    const others = index.get(first[0]);
    if (others === undefined) index.set(first[0], [phrase]);
    else others.push(phrase);
  }
  for (const phrases of index.values()) phrases.sort((one, other) => other.spelling.length - one.spelling.length);
  return { byFirstWord: index, beginnings: new Set([...index.keys()].map((word) => word.slice(0, BEGINNING))) };
}

/**
 * Where names are in a text, however their words are joined (by spaces or hyphens), with or without a Hungarian case ending.
 *
 * @param folded the text by {@link fold}
 */
export function phrasesIn(text: string, folded: string, phrases: Phrases): readonly PhraseFound[] {
  const found: PhraseFound[] = [];
  const plain = folded.includes('-') ? spaced(folded) : folded;
  let before = '';
  let from = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(plain); match !== null; match = WORD.exec(plain)) {
    const { 0: word, index } = match;
    const phrase =
      index < from || !mayBegin(word, phrases) ? undefined : phraseAt(text, plain, index, word, before, phrases);
    before = word;
    if (phrase === undefined) continue;
    from = index + phrase.spelling.length;
    found.push({ start: index, end: from, value: phrase.value });
  }
  return found;
}

/** Those of two letters may have an ending, too. */
function mayBegin(word: string, { beginnings }: Phrases): boolean {
  return beginnings.has(word.slice(0, BEGINNING)) || beginnings.has(word.slice(0, BEGINNING - 1));
}

function phraseAt(text: string, plain: string, at: number, word: string, before: string, phrases: Phrases) {
  const stems = Math.max(word.length - LONGEST_ENDING, BEGINNING - 1);
  for (let length = word.length; length >= stems; length -= 1) {
    const phrase = phrases.byFirstWord.get(word.slice(0, length))?.find(({ spelling, signed, needs }) => {
      if (!plain.startsWith(spelling, at)) return false;
      const tail = tailAt(plain, at + spelling.length);
      if (tail !== '' && !isEnding(plain[at + spelling.length - 1] as string, tail)) return false;
      if (needs === 'nothing') return true;
      if (needs === 'signs' && text.slice(at, at + signed.length).toLowerCase() === signed) return true;
      if (!CAPITAL.test(text[at] as string)) return false;
      if (needs !== 'preposition') return true;
      return !CAPITAL.test(text[at + 1] ?? '') && (PREPOSITIONS.has(before) || tail.length > 1);
    });
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

/** The letters that follow directly. */
function tailAt(plain: string, at: number): string {
  let end = at;
  while (end < plain.length && LETTER.test(plain[end] as string)) end += 1;
  return plain.slice(at, end);
}

function isEnding(last: string, tail: string): boolean {
  return ENDINGS.has(tail) || WITH.exec(last + tail) !== null;
}

const spaced = (folded: string) => folded.replaceAll('-', ' ');
