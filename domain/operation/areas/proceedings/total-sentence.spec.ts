import fc from 'fast-check';
import { totalOf, type Count } from './total-sentence';

const of = (runs: Count['runs'], months: number, days = 0): Count => ({ offence: 'MSA2015-s2', months, days, runs });
const count = fc.record({
  offence: fc.constant('MSA2015-s2'),
  months: fc.nat(120),
  days: fc.nat(30),
  runs: fc.constantFrom('concurrently' as const, 'consecutively' as const),
});

describe('what several sentences come to', () => {
  it.each<[string, readonly Count[], number, number]>([
    ['the longest of those that run together', [of('concurrently', 24), of('concurrently', 40)], 40, 0],
    ['all of those that run one after the other', [of('concurrently', 24), of('consecutively', 16, 10)], 40, 10],
    [
      'what runs on after those that run together',
      [of('concurrently', 24), of('concurrently', 18), of('consecutively', 6)],
      30,
      0,
    ],
    [
      'forty days rather than a month',
      [of('concurrently', 0, 20), of('consecutively', 0, 20), of('concurrently', 1)],
      0,
      40,
    ],
  ])('is %s', (_, counts, months, days) => {
    expect(totalOf(counts)).toEqual({ months, days });
  });

  it('is never less than the longest, never more than the sum, and the sum where all run one after the other', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 6 }), (counts) => {
        const total = totalOf(counts);
        const sum = counts.reduce((so, { months, days }) => ({ months: so.months + months, days: so.days + days }), {
          months: 0,
          days: 0,
        });
        expect(total.months).toBeLessThanOrEqual(sum.months);
        expect(total.days).toBeLessThanOrEqual(sum.days);
        expect(total.months * 31 + total.days).toBeGreaterThanOrEqual(
          Math.max(...counts.map(({ months }) => months * 30)),
        );
        expect(totalOf(counts.map((one) => ({ ...one, runs: 'consecutively' as const })))).toEqual(sum);
      }),
    );
  });
});
