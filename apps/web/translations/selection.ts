import { textAt, type Typed } from '../forms/field';
import { momentsOf } from '../forms/period';
import { dateTyped } from '../forms/times';

/** What of a phone is asked for, as the API takes it. */
export type Asked = Readonly<Record<string, string>>;

export interface MessageSelection {
  readonly asked: Asked;
  /** What is wrong with what was typed, by field. */
  readonly errors: Readonly<Record<string, string>>;
  /** The same, as it stands in an address of ours. */
  readonly query: string;
}

const TEXTS = ['thread', 'person', 'language', 'flag', 'search', 'cursor'] as const;
const SHORTEST_SEARCH = 2;

/** Reads which messages are wanted from the address of a page. Days are those here, and the last one is meant as well. */
export function messageSelection(typed: Typed): MessageSelection {
  const errors: Record<string, string> = {};
  const dayAt = (field: 'from' | 'to'): Asked => {
    const read = dateTyped(typed, field);
    if (read && 'problem' in read) errors[field] = read.problem;
    return !read || 'problem' in read ? {} : { [field]: read.value };
  };
  const texts = Object.fromEntries(
    TEXTS.flatMap((name) => {
      const text = textAt(typed, name);
      return text === '' ? [] : [[name, text]];
    }),
  );
  if (texts['search'] !== undefined && texts['search'].length < SHORTEST_SEARCH) {
    errors['search'] = `Give at least ${SHORTEST_SEARCH} characters`;
    delete texts['search'];
  }
  const shown = Object.entries(typed).flatMap(([name, value]) =>
    isOurs(name) ? [value].flat().map((one): [string, string] => [name, String(one)]) : [],
  );
  return {
    asked: { ...texts, ...momentsOf({ ...dayAt('from'), ...dayAt('to') }) },
    errors,
    query: new URLSearchParams(shown.filter(([, value]) => value !== '')).toString(),
  };
}

/** Not what a form adds of its own, such as what was typed before signing in. */
const isOurs = (name: string) =>
  TEXTS.includes(name as (typeof TEXTS)[number]) || /^(?:from|to)-(?:day|month|year)$/.test(name);
