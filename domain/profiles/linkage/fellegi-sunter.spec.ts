import { COMPARISON_NAMES, COMPARISONS, type Comparison } from './comparisons.v1';
import {
  estimateM,
  estimateU,
  patternWeight,
  weightNeeded,
  weightOf,
  type Counts,
  type Levels,
} from './fellegi-sunter';

/** Of independent comparisons, how often each pattern is met among so many pairs of which a share is one person. */
function expectedCounts(m: Levels, u: Levels, share: number, pairs: number): Counts {
  let patterns: [string, number, number][] = [['', 1, 1]];
  for (const name of COMPARISON_NAMES)
    patterns = patterns.flatMap(([pattern, inM, inU]) =>
      COMPARISONS[name].map(({ level }): [string, number, number] => [
        `${pattern}${level}`,
        inM * (m[name][level] as number),
        inU * (u[name][level] as number),
      ]),
    );
  return new Map(patterns.map(([pattern, inM, inU]) => [pattern, pairs * (share * inM + (1 - share) * inU)]));
}

const levels = (highest: number): Levels =>
  Object.fromEntries(
    COMPARISON_NAMES.map((name) => {
      const all = COMPARISONS[name];
      return [
        name,
        Object.fromEntries(
          all.map(({ level }, nth) => [level, nth === 0 ? highest : (1 - highest) / (all.length - 1)]),
        ),
      ];
    }),
  ) as unknown as Levels;

const M = levels(0.85);
const U = levels(0.05);

describe('the model of Fellegi and Sunter', () => {
  it('is learnt from patterns alone, without being told which pairs are one person', () => {
    const learnt = estimateM(expectedCounts(M, U, 0.1, 1e7), U, []);
    for (const name of COMPARISON_NAMES)
      for (const { level } of COMPARISONS[name]) expect(learnt[name][level]).toBeCloseTo(M[name][level] as number, 3);
  });

  it('learns of pairs at random how often names agree by chance, and holds nothing for impossible', () => {
    const u = estimateU(expectedCounts(M, U, 0, 1e7));
    for (const name of COMPARISON_NAMES) expect(u[name][COMPARISONS[name][0].level]).toBeCloseTo(0.05, 3);
    const never = estimateU(new Map([['0000000', 100]]));
    for (const name of COMPARISON_NAMES) expect(never[name][COMPARISONS[name][0].level]).toBeGreaterThan(0);
  });

  it('learns nothing of what the pairs were chosen by', () => {
    const chosen = new Map([...expectedCounts(M, U, 0.3, 1e6)].filter(([pattern]) => pattern[2] === '4'));
    const [one, other] = [estimateM(chosen, U, ['birth']), estimateM(expectedCounts(M, U, 0.3, 1e6), U, [])];
    expect(one.given[4]).toBeCloseTo(other.given[4] as number, 2);
    expect(one.birth[4]).toBe(0.8);
  });

  it('weighs agreement for, difference against, and silence neither way', () => {
    const model = { m: M, u: U };
    const of = (comparison: Comparison, level: number) => weightOf(model, comparison, level);
    expect(of('birth', 4)).toBeCloseTo(Math.log2(0.85 / 0.05), 9);
    expect(of('birth', 0)).toBeLessThan(0);
    expect(of('birth', 9)).toBe(0);
    expect(patternWeight(model, '4499999')).toBeCloseTo(of('given', 4) + of('surname', 4), 9);
  });

  it('asks for more weight the rarer it is that two are one, by the odds', () => {
    const model = { version: 1, m: M, u: U, prior: 1e-6, threshold: 0.5 } as const;
    expect(weightNeeded(model)).toBeCloseTo(Math.log2(999_999), 6);
    expect(weightNeeded({ ...model, threshold: 0.9 })).toBeCloseTo(Math.log2(999_999) + Math.log2(9), 6);
  });
});
