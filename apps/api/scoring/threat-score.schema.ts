import { z } from 'zod';
import { modelReference } from '../../../domain/scoring/model.schema';
import { grade } from '../operations/casework.schema';

const changed = z
  .object({ value: z.int(), risk: z.int(), rank: z.int() })
  .nullable()
  .describe('Risk and rank were this factor one step away and all else the same; null at the end of the scale');

const factor = z.object({
  factor: z.string(),
  group: z.enum(['harm', 'likelihood']),
  question: z.string(),
  value: z.int(),
  meaning: z.string().describe('What the model says this value means'),
  effect: z.int().describe('How much lower the risk would be were this factor 0'),
  lower: changed,
  higher: changed,
  evidence: z.array(z.object({ report: z.string(), grade })).describe('The reports that the value rests on'),
});

const explained = z.object({
  id: z.string().describe('As T1'),
  model: modelReference.safeExtend({ title: z.string() }),
  by: z.string(),
  confirmedBy: z.string().nullable(),
  harm: z.int(),
  likelihood: z.int(),
  risk: z.int().describe('harm × likelihood'),
  confidence: z.int().describe('Shown beside the risk and never multiplied'),
  organisationalPosition: z.int().describe('2 to 8; only breaks ties'),
  rank: z
    .int()
    .describe('Place among the operations now in assessment that you see, by their last score with this model'),
  of: z.int().describe('How many those are, with this one'),
  factors: z.array(factor),
});

const agreement = z.object({
  scores: z.tuple([z.string(), z.string()]),
  kappa: z.number().nullable().describe('Weighted kappa over the factors; null where neither varies'),
  differences: z.array(z.object({ factor: z.string(), values: z.tuple([z.int(), z.int()]) })),
});

export const threatScoreView = z
  .object({
    rescoreDue: z.boolean().describe('Whether material intelligence has arrived since the last score was recorded'),
    scores: z.array(explained).describe('Those that stand: scorers and models side by side'),
    agreements: z.array(agreement).describe('Of each two scorers with one model'),
  })
  .meta({ id: 'ThreatScoreView', description: 'The threat scores of an operation, explained' });
export type ThreatScoreView = z.output<typeof threatScoreView>;
