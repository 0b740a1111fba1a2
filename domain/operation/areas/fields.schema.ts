import { z } from 'zod';
import { HANDLING_CODES, INTELLIGENCE_ASSESSMENTS, SOURCE_EVALUATIONS } from '../codes';

/** Fields that several commands share. */
export const grade = z
  .strictObject({
    sourceEvaluation: z.enum(SOURCE_EVALUATIONS).describe('1 reliable, 2 untested, 3 not reliable'),
    intelligenceAssessment: z
      .enum(INTELLIGENCE_ASSESSMENTS)
      .describe('A known directly, B indirectly but corroborated, C indirectly, D not known, E suspected to be false'),
    handlingCode: z.enum(HANDLING_CODES).describe('P lawful sharing permitted, C permitted with conditions'),
  })
  .meta({ id: 'Grade', description: '3x5x2 grade (College of Policing APP)' });

export const codename = z
  .string()
  .regex(/^[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?$/)
  .max(40)
  .describe('Code name of the operation, one or two capitalised words; never the name of a person or place');

export const subjectId = z
  .string()
  .regex(/^S[1-9]\d{0,3}$/)
  .describe('Subject of this operation, as S1');

export const personId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,63}$/)
  .describe("Identifier of a person, as their token's subject names them");

export const nothing = z.strictObject({});
