import type { EntityKind, Found } from '../entity';

const NONE: readonly Found[] = [];

/**
 * What a pattern finds, each with the value that is made of its groups; where that makes none of it, it is nothing.
 *
 * @param pattern with the flag g; it is shared by all calls, which `matchAll` would copy at each of them
 */
export function eachMatch(
  kind: EntityKind,
  within: string,
  pattern: RegExp,
  valueOf: (groups: RegExpExecArray, index: number) => string | undefined,
): readonly Found[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(within);
  if (match === null) return NONE;
  const found: Found[] = [];
  for (; match !== null; match = pattern.exec(within)) {
    const value = valueOf(match, match.index);
    if (value !== undefined) found.push({ kind, start: match.index, end: pattern.lastIndex, value });
  }
  return found;
}

export const lettersAndDigits = (written: string) => written.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
