import type { Placing } from '../../../platform/access/seen';

/** References have the year they were opened in, from the first that can be looked for; their numbers begin anew with none. */
const FIRST_YEAR = 2020;
const DIGITS = 6;

/** What a text is looked for as. */
export interface Sought {
  /** How the code name begins. */
  readonly codename: string;
  /** How the reference begins. */
  readonly reference?: string;
  /** References that have this number. */
  readonly numbered?: readonly string[];
}

/**
 * What somebody may mean by a text: a code name, a reference with or without its `OP-`, or the number of one.
 *
 * @param year of the latest references
 */
export function soughtBy(text: string, year: number): Sought {
  const upper = text.toUpperCase();
  const codename = text;
  if (upper.startsWith('OP-')) return { codename, reference: upper };
  if (/^[0-9]{4}-/.test(upper)) return { codename, reference: `OP-${upper}` };
  if (!/^[0-9]{1,12}$/.test(upper)) return { codename };
  const years = Array.from({ length: year - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
  return { codename, numbered: years.map((one) => `OP-${one}-${String(Number(upper)).padStart(DIGITS, '0')}`) };
}

/** The last character there is: what begins with a text comes before the text with this at its end. */
const LAST = '\u{10ffff}';

/** The condition of what somebody looks for; ranges of indexes, and equality, which row-level security lets the planner use. */
export function searchCondition({ codename, reference, numbered }: Sought, place: Placing): string {
  const prefix = place(codename);
  const ways = [`(o.called >= lower(${prefix}::text) AND o.called < lower(${prefix}::text) || '${LAST}')`];
  if (reference !== undefined)
    ways.push(`(o.reference >= ${place(reference)} AND o.reference < ${place(`${reference}${LAST}`)})`);
  if (numbered !== undefined) ways.push(`o.reference = ANY (${place(numbered)})`);
  return `(${ways.join(' OR ')})`;
}
