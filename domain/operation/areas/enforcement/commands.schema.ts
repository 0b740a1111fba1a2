import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { POWERS } from '../../codes';
import { nothing, subjectId } from '../fields.schema';

export const signEnforcementPlan = z
  .strictObject({
    plan: text(8000, 'The enforcement plan'),
    policyFile: text(8000, 'Policy-file decision, with its reasons'),
    premises: z
      .array(z.strictObject({ address: text(300, 'Address'), power: z.enum(POWERS) }))
      .max(50)
      .describe('Each with the power or warrant to enter it'),
  })
  .meta({ id: 'SignEnforcementPlan' });

export const advance = nothing.meta({ id: 'Advance' });

export const recordArrest = z
  .strictObject({
    subject: subjectId,
    station: z
      .string()
      .regex(/^[A-Z][A-Z0-9-]{1,15}$/)
      .describe('Code of the police station, as NOR-WYM'),
  })
  .meta({ id: 'RecordArrest' });
