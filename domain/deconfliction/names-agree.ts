import levenshtein from 'damerau-levenshtein';

/** How two names stand to each other, whatever the order of their words. */
export type NamesAgree = 'equal' | 'shorter' | 'misspelt' | 'one-word' | 'in-part' | 'contradict';

/** How far two words may be apart to be one with a slip: one letter from four on, two from eight on. [P] */
const slipsIn = (word: string) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/**
 * Compares two forms of names word by word, each word with the likest that is left. A word of one letter is taken for an
 * initial.
 */
export function namesAgree(one: string, other: string): NamesAgree {
  if (one === other) return 'equal';
  const [shorter, longer] = [one.split(' '), other.split(' ')].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  ) as [string[], string[]];
  const left = [...longer];
  const take = (is: (word: string) => boolean) => {
    const found = left.findIndex(is);
    if (found >= 0) left.splice(found, 1);
    return found >= 0;
  };
  const others = shorter.filter((word) => !take((another) => another === word));
  const same = shorter.length - others.length;
  const unlike = others.filter((word) => !take((another) => isNear(word, another)));
  const near = others.length - unlike.length;
  if (unlike.length > 0) return same + near > 0 ? 'in-part' : 'contradict';
  if (shorter.length === 1) return 'one-word';
  if (near > 0) return 'misspelt';
  return left.length > 0 ? 'shorter' : 'equal';
}

function isNear(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length === 1) return longer.startsWith(shorter);
  if (longer.length - shorter.length > slipsIn(shorter)) return false;
  return levenshtein(one, other).steps <= slipsIn(shorter);
}
