import { z } from 'zod';

const weight = z.number().min(0).max(10);

/** How people are ranked. A unit names its own, in versions; what a run was made with is kept with it. */
export const rfgModel = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]{1,60}$/),
    version: z.int().min(1).max(1_000_000),
    halfLifeDays: z.number().min(1).max(3_650).describe('After so many days without an event, recency is half'),
    windowMonths: z.int().min(1).max(120).describe('Frequency and gravity are of so many months'),
    eventsForFull: z.int().min(1).max(1_000).describe('So many events make a frequency of 100'),
    harmForFull: z
      .number()
      .min(1)
      .max(1_000_000)
      .describe('So much harm makes a gravity of 100, in the unit of the gravity'),
    weights: z
      .strictObject({ recency: weight, frequency: weight, gravity: weight })
      .refine(({ recency, frequency, gravity }) => recency + frequency + gravity > 0, {
        message: 'Give one of them a weight.',
      }),
    gravity: z
      .enum(['cchi', 'severity'])
      .describe('Days of the Cambridge Crime Harm Index, or the ONS Crime Severity Score'),
  })
  .meta({ id: 'RfgModel' });
export type RfgModel = z.output<typeof rfgModel>;
