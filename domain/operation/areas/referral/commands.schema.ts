import { z } from 'zod';
import { FORCES } from '../../../access/actor';
import { text } from '../../../text/text.schema';
import { MARKINGS, THREAT_AREAS } from '../../codes';
import { codename, grade, nothing } from '../fields.schema';

export const openReferral = z
  .strictObject({
    codename: codename.nullable().default(null),
    threatArea: z.enum(THREAT_AREAS),
    leadForce: z.enum(FORCES),
    marking: z.enum(MARKINGS),
    grade,
    grounds: text(4000, 'Grounds for the referral, graded by 3x5x2'),
    handlingConditions: text(1000, 'Conditions; mandatory with handling code C').nullable().default(null),
  })
  .refine((body) => body.grade.handlingCode === 'P' || body.handlingConditions !== null, {
    message: 'Handling code C needs its conditions in words.',
    path: ['handlingConditions'],
  })
  .meta({ id: 'OpenReferral' });

export const submitReferral = nothing.meta({ id: 'SubmitReferral' });
