import type { Response } from 'express';
import { invalid, Problem, type Change } from './problems';

/** A version as an entity tag. */
export const etagOf = (sequence: number) => `"${sequence}"`;

/** An answer that has a version, with its entity tag. */
export function tagged<T extends { readonly version: number }>(answer: T, response: Response): T {
  response.setHeader('ETag', etagOf(answer.version));
  return answer;
}

/**
 * The version an `If-Match` header names; `null` where it is absent or `*`, which any version satisfies.
 *
 * @throws Problem for anything but one entity tag of ours: a precondition must never be passed over
 */
export function parseIfMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const [, sequence] = /^"(0|[1-9]\d{0,8})"$/.exec(header.trim()) ?? [];
  if (sequence === undefined)
    throw invalid('If-Match', 'Send one ETag as you received it, quotation marks included: "12".');
  return Number(sequence);
}

/**
 * The problem of whoever changes something that has changed since they looked at it.
 *
 * @param what as people call it, such as `filter`
 * @param changes what has happened since, where that is known
 */
export function versionConflict(what: string, yours: number | null, current: number, changes?: readonly Change[]) {
  return new Problem(
    'version-conflict',
    `You have looked at version ${yours}; the ${what} is at ${current}.`,
    { current, ...(changes === undefined ? {} : { changes: [...changes] }) },
    { ETag: etagOf(current) },
  );
}
