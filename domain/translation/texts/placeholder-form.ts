/**
 * A placeholder is a word of three capitals that no language has and a number, as “QZX1067”: translators take it for the number of a
 * model and copy it, dictionaries do not know it, and what takes words apart at digits finds “QZX” and a number. All numbers of a
 * message are of one length and multiples of 97, so that a digit that is lost, changed or swapped makes none of them, and what follows
 * a placeholder is not read as a part of it.
 */
const LETTERS = 'QZX';
const CHECK = 97;
const SHORTEST = 4;

/** What a translator may put between the characters of a placeholder. */
const GAP = '[\\s*_\\-\\u200b-\\u200d\\u2060]{0,3}';
const DIGIT_GAP = '\\s{0,2}';
const START = [...LETTERS].join(GAP);

/** With or without a number, so that nothing that is left of a placeholder goes unseen. */
export const LOOKS_LIKE_ONE = new RegExp(`${START}(?:${GAP}\\d)*`, 'gi');

/** The same, without a place to go on from. */
export const MAY_LOOK_LIKE_ONE = new RegExp(START, 'i');

export interface Form {
  /** Finds placeholders, the number in the first group, and what only looks like one, without that group. */
  readonly pattern: RegExp;
  readonly codeOf: (placeholder: string) => string;
}

/** As many different placeholders. */
export function placeholdersFor(count: number): readonly string[] {
  const first = Math.ceil(10 ** (digitsFor(count) - 1) / CHECK);
  return Array.from({ length: count }, (_, place) => `${LETTERS}${(first + place) * CHECK}`);
}

/** How placeholders of a message with as many fields are found. */
export function formOf(count: number): Form {
  const digits = digitsFor(count);
  return { pattern: FORMS.get(digits) ?? patternOf(digits), codeOf };
}

/** Even lengths, so that few forms are ever needed. */
function digitsFor(count: number): number {
  let digits = SHORTEST;
  while (Math.floor((10 ** digits - 1) / CHECK) - Math.ceil(10 ** (digits - 1) / CHECK) + 1 < count) digits += 2;
  return digits;
}

function patternOf(digits: number): RegExp {
  const number = `${GAP}((?:\\d${DIGIT_GAP}){${digits - 1}}\\d)(?!\\d)`;
  return new RegExp(`${START}(?:${number}|(?:${GAP}\\d)*)`, 'gi');
}

const FORMS: ReadonlyMap<number, RegExp> = new Map(
  [SHORTEST, SHORTEST + 2].map((digits) => [digits, patternOf(digits)]),
);

const codeOf = (placeholder: string) => placeholder.slice(LETTERS.length);
