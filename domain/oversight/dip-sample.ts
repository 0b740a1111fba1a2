/** What a supervisor finds of an operation that was drawn. */
export const DIP_OUTCOMES = ['satisfactory', 'action-needed'] as const;

/** Most operations of one sample: each is reviewed by a person. No guidance sets a number: it is a default of this project. */
export const DIP_LIMIT = 50;

/** How a sample is drawn, so that whoever has seed and population can repeat it by hand. */
export const DIP_METHOD =
  'Every reference is given the SHA-256 of the seed, a line feed and the reference. In the order of these the first are drawn. ' +
  'The seed is random, and made once it is known what is drawn from.';

/**
 * Draws operations at random. The draw follows from the seed alone, whatever order the population comes in: nobody can choose,
 * and anybody can repeat it.
 *
 * @param population references, each once
 * @param count how many are wanted; all of a smaller population are drawn
 * @param placeOf a reference's place in the draw: its digest with the seed
 * @returns references in the order in which they were drawn
 */
export function drawSample(
  population: readonly string[],
  count: number,
  placeOf: (reference: string) => string,
): readonly string[] {
  return population
    .map((reference) => ({ reference, place: placeOf(reference) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .slice(0, count)
    .map(({ reference }) => reference);
}
