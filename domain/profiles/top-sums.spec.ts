import fc from 'fast-check';
import { topSums } from './top-sums';

describe('the sums of the greatest', () => {
  it('are those of the first after sorting', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 });
    fc.assert(
      fc.property(numbers, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }), (all, shares) => {
        const counts = shares.map((share) => Math.ceil(share * all.length)).sort((a, b) => a - b);
        const sorted = all.toSorted((a, b) => b - a);
        expect(topSums(Float64Array.from(all), counts)).toEqual(
          counts.map((count) => sorted.slice(0, count).reduce((sum, one) => sum + one, 0)),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
