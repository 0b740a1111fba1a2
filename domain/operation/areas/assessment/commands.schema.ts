import { z } from 'zod';
import { factorName, modelReference, MOST_RISK } from '../../../scoring/model.schema';
import { MORILE_TACTICAL } from '../../../scoring/morile-tactical.v1';
import { HIGHEST } from '../../../scoring/score-threat';
import { text } from '../../../text/text.schema';
import { PRODUCTS, TARGETS } from '../../codes';
import { codename, idOf } from '../fields.schema';

const strength = z.int().min(1).max(4);
const one = Object.fromEntries(Object.keys(MORILE_TACTICAL.factors).map((factor) => [factor, 1]));

export const recordThreatScore = z
  .strictObject({
    model: modelReference
      .nullable()
      .meta({ examples: [null] })
      .default(null)
      .describe(`One of GET /api/v1/threat-models; null: ${MORILE_TACTICAL.name}, version ${MORILE_TACTICAL.version}`),
    factors: z
      .record(factorName, z.int().min(0).max(HIGHEST))
      .meta({ examples: [one] })
      .describe(`Each factor of the model, 0 (none) to ${HIGHEST} (extreme); the model says what each value means`),
    evidence: z
      .array(
        z.strictObject({
          factor: factorName,
          reports: z
            .array(idOf('reports', 'I', 'Intelligence report'))
            .min(1)
            .max(20),
        }),
      )
      .max(24)
      .meta({ examples: [[]] })
      .default([])
      .describe('The intelligence reports that the value of a factor rests on'),
    confidence: strength.describe('Confidence in the assessment, shown beside the risk and never multiplied'),
    capacity: strength.describe('Capacity to respond'),
    capability: strength.describe('Capability to respond'),
    rationale: text(4000, 'Why the factors were scored so'),
  })
  .meta({ id: 'RecordThreatScore' });

export const confirmThreatScore = z
  .strictObject({
    score: idOf('unconfirmed-scores', 'T', 'Threat score')
      .nullable()
      .default(null)
      .describe('null: the last one recorded'),
    risk: z
      .int()
      .min(0)
      .max(MOST_RISK)
      .describe('The risk that is confirmed, as shown to the person')
      .meta({ 'x-of': 'recorded-risk' }),
  })
  .meta({ id: 'ConfirmThreatScore' });

export const adopt = z
  .strictObject({
    codename,
    products: z
      .array(z.enum(PRODUCTS))
      .min(1)
      .max(PRODUCTS.length)
      .refine((products) => new Set(products).size === products.length, { message: 'Name each product once.' })
      .describe('Intelligence products that the build is to deliver'),
    rationale: text(4000, 'Why the operation is adopted'),
  })
  .meta({ id: 'Adopt' });

export const decline = z.strictObject({ rationale: text(4000, 'Why it is declined') }).meta({ id: 'Decline' });

const strand = (what: string) => text(4000, `What is done to ${what}`);

export const recordTaskingPlan = z
  .strictObject({
    pursue: strand('pursue'),
    prevent: strand('prevent'),
    protect: strand('protect'),
    prepare: strand('prepare'),
  })
  .meta({ id: 'RecordTaskingPlan' });

export const adoptTarget = z
  .strictObject({
    kind: z.enum(TARGETS),
    band: z
      .string()
      .regex(/^[A-Z0-9-]{1,12}$/)
      .describe('Band as the mapping tool gives it; its labels are not published'),
    rationale: text(4000, 'Why this target'),
  })
  .meta({ id: 'AdoptTarget' });
