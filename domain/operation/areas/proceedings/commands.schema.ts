import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { subjectId } from '../fields.schema';

export const recordCharge = z
  .strictObject({
    subject: subjectId,
    offences: z
      .array(
        z
          .string()
          .regex(/^[A-Z]{2,6}\d{4}-s\d{1,3}[A-Z]{0,2}$/)
          .describe('Act and section, as MSA2015-s2'),
      )
      .min(1)
      .max(50),
  })
  .meta({ id: 'RecordCharge' });

export const releaseWithoutCharge = z
  .strictObject({ subject: subjectId, reason: text(2000, 'Why no charge follows') })
  .meta({ id: 'ReleaseWithoutCharge' });

export const recordSentence = z
  .strictObject({
    subject: subjectId,
    months: z.int().min(1).max(1200).describe('Immediate custody, in months'),
    court: z
      .string()
      .regex(/^[A-Z][A-Z0-9-]{1,15}$/)
      .describe('Code of the court, as NORWICH-CC'),
  })
  .meta({ id: 'RecordSentence' });

export const endProceedings = z
  .strictObject({
    subject: subjectId,
    outcome: z.enum(['acquitted', 'discontinued']),
    reason: text(2000, 'Verdict, or why proceedings are discontinued'),
  })
  .meta({ id: 'EndProceedings' });
