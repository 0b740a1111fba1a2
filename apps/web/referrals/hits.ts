import type { Answer as Found, CheckAnswer } from '../../api/deconfliction/check.schema';
import type { Api } from '../api-client/api';
import { ApiProblem } from '../api-client/problem';
import { textAt, type Typed } from '../forms/field';

/** Shorter names find too many. */
const SHORTEST = 3;
const NOT_ALONE = ['date-of-birth', 'other'];

interface Sought {
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
}

/** What came of looking whether somebody else holds an interest: what was found, or why it could not be looked for. */
export type Hits = { readonly found: Found } | { readonly said: string } | Record<string, never>;

/** What is looked for, of what was typed about one subject so far; nothing while that is too little. */
export function soughtOf(typed: Typed): Sought | undefined {
  const names = [textAt(typed, 'name'), ...rowsOf(typed, 'aliases').map((row) => textAt(typed, row))];
  const identifiers = rowsOf(typed, 'identifiers').map((row) => ({
    kind: textAt(typed, `${row}.kind`),
    value: textAt(typed, `${row}.value`),
  }));
  const sought = {
    names: names.filter((name) => name.length >= SHORTEST),
    identifiers: identifiers.filter(({ kind, value }) => kind !== '' && value.length >= SHORTEST),
  };
  const finds = sought.names.length > 0 || sought.identifiers.some(({ kind }) => !NOT_ALONE.includes(kind));
  return finds ? sought : undefined;
}

/** Whether any operation holds an interest in whom was typed. Nothing that goes wrong here is in the way of the form. */
export async function hitsFor(api: Api, typed: Typed): Promise<Hits> {
  const sought = soughtOf(typed);
  if (!sought) return {};
  try {
    const { items } = await api.post<CheckAnswer>('/api/v1/deconfliction/check', { items: [sought] });
    return { found: items[0] as Found };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.kind === 'unauthenticated') throw error;
    const { problem, kind } = error;
    if (kind === 'validation') return {};
    return { said: problem.detail ?? problem.blockers?.[0]?.sentence ?? problem.title };
  }
}

function rowsOf(typed: Typed, list: string): readonly string[] {
  return Array.from({ length: Math.min(Number(textAt(typed, `${list}.rows`)) || 0, 20) }, (_, row) => `${list}.${row}`);
}
