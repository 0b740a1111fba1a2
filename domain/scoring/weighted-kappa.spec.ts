import fc from 'fast-check';
import { weightedKappa, type RatedPair } from './weighted-kappa';

const table = (rows: readonly (readonly number[])[]): RatedPair[] =>
  rows.flatMap((row, first) => row.map((count, second) => ({ first, second, count })));

const pairs = fc.array(
  fc.record({
    first: fc.integer({ min: 0, max: 4 }),
    second: fc.integer({ min: 0, max: 4 }),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1 },
);
const swapped = (given: readonly RatedPair[]) =>
  given.map(({ first, second, count }) => ({ first: second, second: first, count }));

describe('weighted kappa', () => {
  it('is worked out: 2 and 1 agree, 1 differs by one step', () => {
    // Observed disagreement: 1 of 4. By chance, of marginals 3, 1 and 2, 2: (3·2 + 1·2) of 16. 1 − (1/4) / (8/16) = 1/2.
    expect(
      weightedKappa(
        table([
          [2, 1],
          [0, 1],
        ]),
      ),
    ).toBeCloseTo(0.5, 12);
  });

  it('counts a difference of two steps four times one of one', () => {
    const near =
      weightedKappa(
        table([
          [8, 2, 0],
          [0, 10, 0],
          [0, 0, 10],
        ]),
      ) ?? 0;
    const far =
      weightedKappa(
        table([
          [8, 0, 2],
          [0, 10, 0],
          [0, 0, 10],
        ]),
      ) ?? 0;
    expect(near).toBeCloseTo(1 - (2 * 30) / byChance([10, 10, 10], [8, 12, 10]), 12);
    expect(far).toBeCloseTo(1 - (8 * 30) / byChance([10, 10, 10], [8, 10, 12]), 12);
  });

  it('is 1 for complete agreement, and at most that', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const kappa = weightedKappa(given);
        fc.pre(kappa !== null);
        expect(kappa).toBeLessThanOrEqual(1);
        if (given.every(({ first, second }) => first === second)) expect(kappa).toBe(1);
      }),
    );
  });

  it('is the same whoever is called first, and however the pairs are counted', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const kappa = weightedKappa(given);
        const single = given.flatMap(({ count, ...pair }) =>
          Array.from({ length: count }, () => ({ ...pair, count: 1 })),
        );
        for (const other of [weightedKappa(swapped(given)), weightedKappa(single)])
          if (kappa === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(kappa, 9);
      }),
    );
  });

  it('is not defined where both always give the same one value, or nothing is rated', () => {
    expect(weightedKappa([])).toBeNull();
    expect(weightedKappa([{ first: 2, second: 2, count: 5 }])).toBeNull();
  });
});

const byChance = (first: readonly number[], second: readonly number[]) =>
  first.reduce((sum, a, i) => sum + second.reduce((inner, b, j) => inner + a * b * (i - j) ** 2, 0), 0);
