import { z } from 'zod';
import { text } from '../../../text/text.schema';
import {
  APPEAL_OUTCOMES,
  APPEALS,
  DISCLOSURE_DECISIONS,
  DISCLOSURE_SCHEDULES,
  PLEAS,
  REMANDS,
  SENTENCE_KINDS,
  VERDICTS,
} from '../../codes';
import type { Choice } from '../../choices';
import { countryCode, courtCode, day, idOf, pence, suspectId as subject } from '../fields.schema';

export const authoriseDetention = z
  .strictObject({ subject, grounds: text(2000, 'Why detention is necessary') })
  .meta({ id: 'AuthoriseDetention' });

export const reviewDetention = z
  .strictObject({ subject, outcome: z.enum(['continued', 'release']), note: text(2000, 'Representations and reasons') })
  .meta({ id: 'ReviewDetention' });

export const releaseOnBail = z
  .strictObject({
    subject,
    until: day.describe('Day on which bail is answered'),
    conditions: text(4000, 'Conditions of bail').nullable().default(null),
  })
  .meta({ id: 'ReleaseOnBail' });

export const releaseUnderInvestigation = z
  .strictObject({ subject, reason: text(2000, 'Why without bail') })
  .meta({ id: 'ReleaseUnderInvestigation' });

export const recordYouth = z.strictObject({ subject }).meta({ id: 'RecordYouth' });

export const requestCharge = z
  .strictObject({ subject, summary: text(8000, 'Summary of the case for the prosecutor (MG3)') })
  .meta({ id: 'RequestCharge' });

const offenceCode = z
  .string()
  .regex(/^[A-Z]{2,6}\d{4}-s\d{1,3}[A-Z]{0,2}$/)
  .describe('Act and section, as MSA2015-s2');

export const recordCharge = z
  .strictObject({
    subject,
    offences: z.array(offenceCode).min(1).max(50),
  })
  .meta({ id: 'RecordCharge' });

export const releaseWithoutCharge = z
  .strictObject({ subject, reason: text(2000, 'Why no charge follows') })
  .meta({ id: 'ReleaseWithoutCharge' });

export const listDisclosureItem = z
  .strictObject({ schedule: z.enum(DISCLOSURE_SCHEDULES), description: text(2000, 'What the item is') })
  .meta({ id: 'ListDisclosureItem' });

const item = idOf('disclosure-items', 'D', 'Item of a disclosure schedule');

export const amendDisclosureItem = z
  .strictObject({ item, description: text(2000, 'What the item is, in words that let its relevance be judged') })
  .meta({ id: 'AmendDisclosureItem' });

export const decideDisclosure = z
  .strictObject({
    item,
    decision: z.enum(DISCLOSURE_DECISIONS),
    reason: text(2000, 'Why'),
  })
  .meta({ id: 'DecideDisclosure' });

export const recordRemand = z
  .strictObject({ subject, remand: z.enum(REMANDS), court: courtCode })
  .meta({ id: 'RecordRemand' });

export const recordSending = z.strictObject({ subject, court: courtCode }).meta({ id: 'RecordSending' });

export const recordPlea = z.strictObject({ subject, plea: z.enum(PLEAS) }).meta({ id: 'RecordPlea' });

export const listTrial = z.strictObject({ subject, court: courtCode, date: day }).meta({ id: 'ListTrial' });

export const recordVerdict = z.strictObject({ subject, verdict: z.enum(VERDICTS) }).meta({ id: 'RecordVerdict' });

const hasNoLength = (kind: (typeof SENTENCE_KINDS)[number]) => kind === 'fine' || kind === 'discharge';

export const recordSentence = z
  .strictObject({
    subject,
    months: z.int().min(0).max(1200).describe('Length in whole months: of custody, or of a community order'),
    court: courtCode,
    days: z.int().min(0).max(366).optional().describe('Days on top of the months'),
    kind: z.enum(SENTENCE_KINDS).optional().describe('Immediate custody, unless another is named'),
    counts: z
      .array(
        z.strictObject({
          offence: offenceCode,
          months: z.int().min(0).max(1200),
          days: z.int().min(0).max(366),
          runs: z
            .enum(['concurrently', 'consecutively'])
            .describe('With those before it, or after all of them; the first runs concurrently'),
        }),
      )
      .min(1)
      .max(50)
      .optional()
      .describe('The sentence for each offence; together they must come to the whole'),
    consecutiveTo: text(500, 'A sentence of other proceedings that this one runs after').optional(),
  })
  .refine(({ months, days = 0, kind = 'immediate-custody' }) => months + days > 0 || hasNoLength(kind), {
    message: 'Name the length, in months, days or both.',
    path: ['months'],
  })
  .meta({ id: 'RecordSentence' });

export const endProceedings = z
  .strictObject({
    subject,
    outcome: z.enum(['acquitted', 'discontinued']),
    reason: text(2000, 'Verdict, or why proceedings are discontinued'),
  })
  .meta({ id: 'EndProceedings' });

export const lodgeAppeal = z
  .strictObject({ subject, against: z.enum(APPEALS), grounds: text(4000, 'Grounds of appeal') })
  .meta({ id: 'LodgeAppeal' });

export const decideAppeal = z
  .strictObject({
    subject,
    outcome: z.enum(APPEAL_OUTCOMES),
    months: z.int().min(1).max(1200).nullable().default(null).describe('New length of a varied sentence, in months'),
  })
  .refine(({ outcome, months }) => (outcome === 'sentence-varied') === (months !== null), {
    message: 'Name the new length exactly where the sentence is varied.',
    path: ['months'],
  })
  .meta({ id: 'DecideAppeal' });

export const beginConfiscation = z
  .strictObject({
    subject,
    benefitPence: pence.describe('Benefit from the conduct, in pence'),
    receipts: text(4000, 'Receipts and transfers it rests on'),
  })
  .meta({ id: 'BeginConfiscation' });

export const recordConfiscationOrder = z
  .strictObject({ subject, pence, court: courtCode })
  .meta({ id: 'RecordConfiscationOrder' });

export const recordSurrender = z
  .strictObject({
    subject,
    country: countryCode.meta({ 'x-of': 'surrender-countries' satisfies Choice }),
    warrant: z.enum(['EAW', 'TaCA']),
  })
  .meta({ id: 'RecordSurrender' });

export const recordDeath = z.strictObject({ subject, note: text(1000, 'How it is known') }).meta({ id: 'RecordDeath' });
