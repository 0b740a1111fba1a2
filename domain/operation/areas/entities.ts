import { blocked, type Blocked } from '../decide';
import type { DecidedEvent } from '../events';

/** Anything an operation holds several of: warrants, exhibits, orders. Identifiers run within the operation. */
export interface Entity {
  readonly id: string;
}

/** The identifier of the next one: W1, W2, … */
export const nextId = (prefix: string, all: readonly Entity[]): string => `${prefix}${all.length + 1}`;

/** All of them, with one changed. */
export function changed<T extends Entity>(all: readonly T[], id: string, change: Partial<T>): readonly T[] {
  return all.map((one) => (one.id === id ? { ...one, ...change } : one));
}

/** The one that an act is about, or the sentence that there is none. */
export function find<T extends Entity>(all: readonly T[], id: string, what: string): T | Blocked {
  return (
    all.find((one) => one.id === id) ??
    blocked(`no-such-${what.replaceAll(' ', '-')}`, `There is no ${what} ${id} in this operation.`)
  );
}

/** The events, provided that the one they are about stands where the act starts from; otherwise why not. */
export function about<T extends Entity & { readonly status: string }>(
  all: readonly T[],
  id: string,
  what: string,
  from: readonly T['status'][],
  events: (one: T) => readonly DecidedEvent[] | Blocked,
): readonly DecidedEvent[] | Blocked {
  const one = find(all, id, what);
  if ('blockers' in one) return one;
  if (!from.includes(one.status))
    return blocked(`${what.replaceAll(' ', '-')}-status`, `${id} is ${one.status}; this needs ${from.join(' or ')}.`);
  return events(one);
}
