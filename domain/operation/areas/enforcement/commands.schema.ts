import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { DISPOSALS, EXHIBIT_KINDS, POWERS, WARRANTS } from '../../codes';
import { courtCode, day, idOf, nothing, personId, subjectId, suspectId } from '../fields.schema';

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
    subject: suspectId,
    station: z
      .string()
      .regex(/^[A-Z][A-Z0-9-]{1,15}$/)
      .describe('Code of the police station, as NOR-WYM'),
  })
  .meta({ id: 'RecordArrest' });

const premisesId = idOf('premises', 'P', 'Premises of the signed plan');
const warrantId = idOf('warrants', 'W', 'Warrant');
const requestId = idOf('media-requests', 'R', 'Request for a digital media investigator');
const exhibitId = idOf('exhibits', 'X', 'Exhibit');

export const setEnforcementDay = z
  .strictObject({
    date: day.describe('Day of enforcement'),
    briefing: text(8000, 'Briefing of the day: teams and tasks'),
  })
  .meta({ id: 'SetEnforcementDay' });

export const debriefEnforcementDay = z
  .strictObject({ date: day.describe('Day of enforcement'), debrief: text(8000, 'Debrief of the day') })
  .meta({ id: 'DebriefEnforcementDay' });

export const applyForWarrant = z
  .strictObject({ premises: premisesId, power: z.enum(WARRANTS), court: courtCode })
  .meta({ id: 'ApplyForWarrant' });

export const grantWarrant = z.strictObject({ warrant: warrantId }).meta({ id: 'GrantWarrant' });

export const refuseWarrant = z
  .strictObject({ warrant: warrantId, reason: text(2000, 'Why the court refused') })
  .meta({ id: 'RefuseWarrant' });

export const executeWarrant = z.strictObject({ warrant: warrantId }).meta({ id: 'ExecuteWarrant' });

export const returnWarrant = z.strictObject({ warrant: warrantId }).meta({ id: 'ReturnWarrant' });

export const askForMediaInvestigator = z
  .strictObject({ premises: premisesId, reason: text(2000, 'What is there to be examined') })
  .meta({ id: 'AskForMediaInvestigator' });

export const assignMediaInvestigator = z
  .strictObject({ request: requestId, person: personId })
  .meta({ id: 'AssignMediaInvestigator' });

export const recordMediaInvestigatorOnScene = z
  .strictObject({ request: requestId })
  .meta({ id: 'RecordMediaInvestigatorOnScene' });

export const recordPolicyDecision = z
  .strictObject({ what: text(4000, 'The decision'), reasons: text(8000, 'Its reasons, and what was considered') })
  .meta({ id: 'RecordPolicyDecision' });

export const recordSearch = z
  .strictObject({ premises: premisesId, power: z.enum(POWERS), outcome: text(4000, 'What was found') })
  .meta({ id: 'RecordSearch' });

export const recordSafeguardingOnScene = z
  .strictObject({ premises: premisesId, note: text(4000, 'Who was met, and what was done for them') })
  .meta({ id: 'RecordSafeguardingOnScene' });

export const seizeExhibit = z
  .strictObject({
    kind: z.enum(EXHIBIT_KINDS),
    premises: premisesId.nullable().default(null),
    subject: subjectId.nullable().default(null),
    description: text(1000, 'What it is'),
  })
  .meta({ id: 'SeizeExhibit' });

export const handOverExhibit = z
  .strictObject({ exhibit: exhibitId, to: personId, reason: text(1000, 'What for') })
  .meta({ id: 'HandOverExhibit' });

export const extractDevice = z
  .strictObject({
    exhibit: exhibitId,
    where: z.enum(['on-scene', 'laboratory']),
    result: text(4000, 'What was extracted'),
  })
  .meta({ id: 'ExtractDevice' });

export const disposeOfExhibit = z
  .strictObject({ exhibit: exhibitId, disposal: z.enum(DISPOSALS), note: text(2000, 'To whom, when, or why kept') })
  .meta({ id: 'DisposeOfExhibit' });
