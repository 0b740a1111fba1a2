/** How often one scorer gave `first` where the other gave `second`, each a category from 0. */
export interface RatedPair {
  readonly first: number;
  readonly second: number;
  readonly count: number;
}

/**
 * Cohen's kappa with quadratic weights (J. Cohen, “Weighted kappa”, Psychological Bulletin 70, 1968): how far two scorers
 * agree beyond chance on an ordered scale, where a difference of two steps counts four times one of one.
 * 1 is complete agreement, 0 what chance would give, less than 0 worse than that.
 *
 * @returns `null` where it is not defined: nothing was rated, or both gave one and the same category throughout
 */
export function weightedKappa(pairs: readonly RatedPair[]): number | null {
  const total = pairs.reduce((sum, { count }) => sum + count, 0);
  const marginal = (side: 'first' | 'second') => {
    const counts = new Map<number, number>();
    for (const pair of pairs) counts.set(pair[side], (counts.get(pair[side]) ?? 0) + pair.count);
    return [...counts];
  };
  const observed = pairs.reduce((sum, { first, second, count }) => sum + count * (first - second) ** 2, 0);
  const byChance = marginal('first').reduce(
    (sum, [first, of]) =>
      sum + marginal('second').reduce((inner, [second, with_]) => inner + of * with_ * (first - second) ** 2, 0),
    0,
  );
  return byChance === 0 ? null : 1 - (observed * total) / byChance;
}
