import { z } from 'zod';
import { plainText } from '../text/text.schema';

export const modelName = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
export const modelVersion = z.int().min(1).max(10_000);

/** Which model a score was made with. */
export const modelReference = z
  .strictObject({ name: modelName, version: modelVersion })
  .meta({ id: 'ThreatModelReference' });
export type ModelReference = z.output<typeof modelReference>;

export const factorName = z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/);

const factor = z.strictObject({
  group: z.enum(['harm', 'likelihood']).describe('Which of the two sums it counts in'),
  question: plainText(200).describe('What is asked'),
  guidance: z.array(plainText(300)).length(5).describe('What each value from 0 to 4 means'),
  weight: z.int().min(1).max(5).default(1).describe('How many times it counts in its sum'),
});

/** Factors of either group there may be; with the greatest weight and value a sum is at most 240. */
const MOST_FACTORS = 12;
export const MOST_RISK = (MOST_FACTORS * 5 * 4) ** 2;

/** What a model asks and what its answers mean. */
export const threatModelContent = z
  .strictObject({
    title: plainText(100),
    factors: z.record(factorName, factor).refine(
      (factors) =>
        (['harm', 'likelihood'] as const).every((group) => {
          const { length } = Object.values(factors).filter((one) => one.group === group);
          return length >= 1 && length <= MOST_FACTORS;
        }),
      { message: `Give from 1 to ${MOST_FACTORS} factors of harm, and as many of likelihood.` },
    ),
  })
  .meta({ id: 'ThreatModelContent' });
export type ThreatModelContent = z.output<typeof threatModelContent>;
export type ThreatFactor = ThreatModelContent['factors'][string];
export type FactorGroup = ThreatFactor['group'];

/** A threat model: a name, a version that never changes, and what it asks. */
export type ThreatModel = ModelReference & ThreatModelContent;
