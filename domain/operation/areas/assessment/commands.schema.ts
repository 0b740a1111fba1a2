import { z } from 'zod';
import { FACTORS, type Factor } from '../../../scoring/morile.v1';
import { text } from '../../../text/text.schema';
import { PRODUCTS, TARGETS } from '../../codes';
import { codename } from '../fields.schema';

const strength = z.int().min(1).max(4);
const factorShape = Object.fromEntries(
  Object.entries(FACTORS).map(([name, { question }]) => [name, z.int().min(0).max(4).describe(question)]),
) as Record<Factor, z.ZodInt>;

export const recordThreatScore = z
  .strictObject({
    factors: z.strictObject(factorShape).describe('Each 0 (none) to 4 (extreme)'),
    confidence: strength.describe('Confidence in the assessment, shown beside the risk and never multiplied'),
    capacity: strength.describe('Capacity to respond'),
    capability: strength.describe('Capability to respond'),
    rationale: text(4000, 'Why the factors were scored so'),
  })
  .meta({ id: 'RecordThreatScore' });

export const confirmThreatScore = z
  .strictObject({
    risk: z
      .int()
      .min(0)
      .max(240)
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
