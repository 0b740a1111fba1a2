import { z } from 'zod';
import type { Choice } from '../choices';
import { HANDLING_CODES, INTELLIGENCE_ASSESSMENTS, SOURCE_EVALUATIONS } from '../codes';
import { REFERENCE } from '../reference';

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

export const personId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,63}$/)
  .describe("Identifier of a person, as their token's subject names them");

export const nothing = z.strictObject({});

/** An identifier of something that this operation holds. `x-of` says of what, so that a form can offer what there is. */
export const idOf = (of: Choice, prefix: string, what: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}[1-9]\\d{0,3}$`))
    .describe(`${what}, as ${prefix}1`)
    .meta({ 'x-of': of });

export const suspectId = idOf('suspects', 'S', 'Suspect of this operation');
export const victimId = idOf('victims', 'S', 'Potential victim with a safeguarding record');
export const day = z.iso.date();
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166 code of the country');
export const courtCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,15}$/)
  .describe('Code of the court, as NORWICH-CC');
export const operationReference = z
  .string()
  .regex(REFERENCE)
  .describe('Reference of another operation, as OP-2026-000001');
export const pence = z.int().min(0).max(100_000_000_000).describe('Amount in pence');
export const subjectId = idOf('subjects', 'S', 'Subject of this operation');
