import { MARKINGS, type Marking } from '../../../domain/operation/codes';

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The references that an address names under these names, each once. */
export function chosenIn(query: Query, ...names: readonly string[]): readonly string[] {
  const all = names.flatMap((name) => query[name] ?? []);
  return [...new Set(all.map((one) => one.trim().toUpperCase()))].filter((one) => one !== '');
}

/** The marking of a page that shows several operations: the highest of theirs. */
export function highestMarking(markings: readonly (Marking | null)[]): Marking {
  const highest = Math.max(...markings.map((one) => (one === null ? 0 : MARKINGS.indexOf(one))), 0);
  return MARKINGS[highest] ?? 'OFFICIAL';
}
