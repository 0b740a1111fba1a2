import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { SUBJECT_ROLES, TEAM_ROLES } from '../../codes';
import { personId, subjectId } from '../fields.schema';

export const assignTeam = z.strictObject({ person: personId, role: z.enum(TEAM_ROLES) }).meta({ id: 'AssignTeam' });

export const addSubject = z
  .strictObject({
    roles: z
      .array(z.enum(SUBJECT_ROLES))
      .min(1)
      .max(SUBJECT_ROLES.length)
      .refine((roles) => new Set(roles).size === roles.length, { message: 'Name each role once.' })
      .describe('One person may be both suspect and potential victim'),
    name: text(200, 'Name, or the best description there is'),
    grounds: text(2000, 'Why this person is a subject of the operation'),
  })
  .meta({ id: 'AddSubject' });

export const recordSafeguardingPlan = z
  .strictObject({ subject: subjectId, plan: text(4000, 'Safeguarding plan for this potential victim') })
  .meta({ id: 'RecordSafeguardingPlan' });
