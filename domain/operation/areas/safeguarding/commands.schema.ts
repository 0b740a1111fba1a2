import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { EXPLOITATIONS, VICTIM_AGES } from '../../codes';
import { countryCode, idOf, victimId as victim } from '../fields.schema';

export const openVictimRecord = z
  .strictObject({
    victim: idOf('potential-victims', 'S', 'Potential victim of this operation'),
    age: z.enum(VICTIM_AGES).describe('Whoever may be under 18 is treated as a child (MSA 2015 s. 51)'),
    exploitation: z
      .array(z.enum(EXPLOITATIONS))
      .min(1)
      .max(EXPLOITATIONS.length)
      .refine((all) => new Set(all).size === all.length, { message: 'Name each form once.' })
      .meta({ uniqueItems: true })
      .describe('What forms of exploitation are suspected'),
    identity: text(1000, 'Who this is: restricted from the start, a record of its own', 'victim-identity'),
  })
  .meta({ id: 'OpenVictimRecord' });

/** A theme of the support-need assessment. The list is data that administrators edit; the API's door knows what is on it. */
const supportNeed = z
  .string()
  .regex(/^[a-z][a-z-]{1,40}$/)
  .describe('Code of a theme, as GET /api/v1/support-needs lists them')
  .meta({ 'x-of': 'support-needs' });

export const assessNeeds = z
  .strictObject({
    victim,
    needs: z
      .array(supportNeed)
      .max(50)
      .refine((all) => new Set(all).size === all.length, { message: 'Name each need once.' })
      .meta({ uniqueItems: true }),
    note: text(8000, 'The assessment'),
  })
  .meta({ id: 'AssessNeeds' });

export const recordConsent = z.strictObject({ victim, consent: z.boolean() }).meta({ id: 'RecordConsent' });

export const referToNrm = z.strictObject({ victim }).meta({ id: 'ReferToNrm' });

export const recordDutyToNotify = z.strictObject({ victim }).meta({ id: 'RecordDutyToNotify' });

export const recordReasonableGrounds = z
  .strictObject({ victim, positive: z.boolean() })
  .meta({ id: 'RecordReasonableGrounds' });

export const recordConclusiveGrounds = z
  .strictObject({ victim, positive: z.boolean() })
  .meta({ id: 'RecordConclusiveGrounds' });

export const requestReconsideration = z
  .strictObject({
    victim,
    of: z.enum(['reasonable-grounds', 'conclusive-grounds']),
    reason: text(4000, 'Why the decision should be looked at again'),
  })
  .meta({ id: 'RequestReconsideration' });

export const recordSupport = z
  .strictObject({ victim, note: text(4000, 'What support is given, by whom') })
  .meta({ id: 'RecordSupport' });

export const recordAccommodation = z
  .strictObject({ victim, place: text(500, 'Where: restricted, as the identity is', 'victim-identity') })
  .meta({ id: 'RecordAccommodation' });

export const recordReturn = z.strictObject({ victim, country: countryCode }).meta({ id: 'RecordReturn' });

export const handOverSafeguarding = z
  .strictObject({ victim, to: text(500, 'Who looks after this person from now on') })
  .meta({ id: 'HandOverSafeguarding' });
