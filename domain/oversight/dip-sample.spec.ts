import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawSample } from './dip-sample';

const placeBy = (seed: string) => (reference: string) =>
  createHash('sha256').update(`${seed}\n${reference}`).digest('hex');
const references = fc.uniqueArray(
  fc.integer({ min: 1, max: 999_999 }).map((number) => `OP-2026-${String(number).padStart(6, '0')}`),
  { maxLength: 60 },
);
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const counts = fc.integer({ min: 1, max: 50 });

describe('a dip sample', () => {
  it('holds as many as were wanted, or all there are, each once and none from elsewhere', () => {
    fc.assert(
      fc.property(references, counts, seeds, (population, count, seed) => {
        const drawn = drawSample(population, count, placeBy(seed));
        expect(drawn).toHaveLength(Math.min(count, population.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(population).toEqual(expect.arrayContaining([...drawn]));
      }),
    );
  });

  it('can be repeated by whoever has the seed, in whatever order the population comes', () => {
    fc.assert(
      fc.property(
        references,
        counts,
        seeds,
        fc.infiniteStream(fc.double({ noNaN: true })),
        (population, count, seed, chance) => {
          const shuffled = population
            .map((reference) => ({ reference, at: chance.next().value as number }))
            .sort((one, other) => one.at - other.at)
            .map(({ reference }) => reference);
          expect(drawSample(shuffled, count, placeBy(seed))).toEqual(drawSample(population, count, placeBy(seed)));
        },
      ),
    );
  });

  it('only grows where more are wanted, and keeps whom it had where others leave the population', () => {
    fc.assert(
      fc.property(references, counts, seeds, (population, count, seed) => {
        const drawn = drawSample(population, count, placeBy(seed));
        expect(drawSample(population, count + 1, placeBy(seed)).slice(0, drawn.length)).toEqual(drawn);
        const without = population.filter((reference, nth) => nth % 2 === 0 || drawn.includes(reference));
        expect(drawSample(without, count, placeBy(seed))).toEqual(drawn);
      }),
    );
  });

  it('prefers nobody: over many seeds each of the population is drawn about as often', () => {
    const population = Array.from({ length: 20 }, (_, nth) => `OP-2026-${String(nth + 1).padStart(6, '0')}`);
    const times = new Map(population.map((reference) => [reference, 0]));
    const draws = 4_000;
    for (let seed = 0; seed < draws; seed++)
      for (const reference of drawSample(population, 5, placeBy(`seed ${seed}`)))
        times.set(reference, (times.get(reference) ?? 0) + 1);
    // One in four each; the standard deviation is 27.4 draws, and four of them are allowed.
    for (const drawn of times.values()) expect(Math.abs(drawn - draws / 4)).toBeLessThan(4 * 27.4);
  });
});
