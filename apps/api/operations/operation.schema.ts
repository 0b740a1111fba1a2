import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import * as codes from '../../../domain/operation/codes';
import type { SuspectStatus } from '../../../domain/operation/state';
import { readText } from '../timeline/event.schema';
import { caseworkView, grade } from './casework.schema';

const moment = z.iso.datetime();
const stage = z.enum(codes.STAGES);

/** Written out here, as the domain has them as a type alone; the compiler holds the two together. */
const suspectStatuses = Object.keys({
  suspected: true,
  arrested: true,
  bailed: true,
  'released-under-investigation': true,
  'released-without-charge': true,
  charged: true,
  sentenced: true,
  acquitted: true,
  discontinued: true,
  reclassified: true,
  surrendered: true,
  died: true,
} satisfies Record<SuspectStatus, true>) as [SuspectStatus, ...SuspectStatus[]];

const assessment = z
  .object({
    model: z.string(),
    version: z.int(),
    inputs: z.object({
      factors: z.record(z.string(), z.int()),
      confidence: z.int(),
      capacity: z.int(),
      capability: z.int(),
    }),
    harm: z.int().describe('Weighted sum of the factors of harm'),
    likelihood: z.int().describe('Weighted sum of the factors of likelihood'),
    risk: z.int().describe('harm × likelihood'),
    confidence: z.int(),
    organisationalPosition: z.int().describe('2 to 8; only breaks ties'),
    shares: z
      .array(
        z.object({
          factor: z.string(),
          group: z.enum(['harm', 'likelihood']),
          value: z.int(),
          effect: z.int().describe('How much lower the risk would be were this factor 0'),
        }),
      )
      .describe('The score explained factor by factor'),
  })
  .meta({ id: 'ThreatAssessment', description: 'A threat score with the model and the inputs that it was made with' });

const subject = z
  .object({
    id: z.string().describe('As S1'),
    roles: z.array(z.enum(codes.SUBJECT_ROLES)),
    name: readText,
    suspect: z
      .object({
        status: z.enum(suspectStatuses),
        offences: z.array(z.string()),
        months: z.int().nullable().describe('Length of the sentence, with `days` on top'),
        days: z.int(),
        sentence: z.enum(codes.SENTENCE_KINDS).nullable(),
        youth: z.boolean().describe('Under 18: the youth court'),
        detention: z.object({ reviews: z.int() }).nullable(),
        bailUntil: z.iso.date().nullable(),
        chargeRequested: z.boolean(),
        remand: z.enum(codes.REMANDS).nullable(),
        sent: z.boolean(),
        plea: z.enum(codes.PLEAS).nullable(),
        trial: z.iso.date().nullable(),
        verdict: z.enum(codes.VERDICTS).nullable(),
        appeal: z.enum(['lodged', 'decided']).nullable(),
        confiscation: z.object({ status: z.enum(['begun', 'ordered']), pence: z.int() }).nullable(),
      })
      .nullable()
      .describe('null for a person who is not a suspect'),
    safeguardingPlan: readText.nullable(),
    aliases: z.array(readText),
    identifiers: z.array(z.object({ kind: z.enum(codes.IDENTIFIER_KINDS), value: readText })),
    origin: z
      .object({ operation: z.string(), subject: z.string(), since: z.array(z.string()) })
      .nullable()
      .describe(
        'Of a subject that came by a merge: where from, and the types of what was recorded about it here since',
      ),
  })
  .meta({ id: 'Subject' });

const europolMessage = z
  .object({
    id: z.string().describe('As M1'),
    direction: z.enum(codes.DIRECTIONS),
    dueAt: moment.nullable().describe('When an answer is expected'),
    answered: z.boolean(),
    reminded: z.boolean(),
  })
  .meta({ id: 'EuropolMessage' });

/** One operation, folded from its timeline, its texts read back. */
export const operationView = z
  .object({
    reference: z.string(),
    sequence: z.int().describe('Version of the operation; the ETag is this number in quotation marks'),
    stage,
    codename: z.string().nullable(),
    threatArea: z.enum(codes.THREAT_AREAS).nullable(),
    leadForce: z.enum(FORCES).nullable(),
    marking: z.enum(codes.MARKINGS).nullable(),
    referral: z
      .object({
        by: z.string(),
        grade,
        grounds: readText,
      })
      .nullable(),
    scores: z
      .array(
        z.object({
          id: z.string().describe('As T1'),
          assessment,
          evidence: z.array(z.object({ factor: z.string(), reports: z.array(z.string()) })),
          by: z.string(),
          confirmedBy: z.string().nullable(),
          superseded: z
            .boolean()
            .describe(
              'Whether a later one of the same scorer and model, or after material intelligence, took its place',
            ),
        }),
      )
      .describe(
        'Threat scores of all scorers and models; one of those that stand is confirmed before a tasking decision',
      ),
    outcome: z.enum(['adopted', 'declined', 'withdrawn', 'closed']).nullable(),
    ...caseworkView,
    team: z.array(z.object({ person: z.string(), role: z.enum(codes.TEAM_ROLES) })),
    subjects: z.array(subject),
    products: z.array(
      z.object({
        product: z.enum(codes.PRODUCTS),
        status: z.enum(['chosen', 'complete', 'withdrawn']),
        translation: z.string().optional().describe('Translated phone that it rests on'),
      }),
    ),
    translations: z.array(
      z.object({
        id: z.string(),
        language: z.string(),
        status: z.enum(codes.TRANSLATION_STATUSES),
        file: z
          .string()
          .optional()
          .describe('That holds the extract; absent where a qualified translator was asked for'),
      }),
    ),
    qualifiedTranslations: z.array(
      z.object({
        id: z.string(),
        translation: z.string(),
        dueOn: z.iso.date(),
        requestedBy: z.string(),
        status: z.enum(['requested', 'returned', 'withdrawn']),
        file: z.string().nullable().describe('That holds it; null until it is back'),
      }),
    ),
    package: z
      .object({ version: z.int(), author: z.string(), signedOffBy: z.string().nullable(), recalled: z.boolean() })
      .nullable(),
    liaison: z.object({ status: z.enum(['none', 'open', 'not-needed']), messages: z.array(europolMessage) }),
    plan: z.object({ by: z.string(), premises: z.array(z.string()) }).nullable(),
    closing: z.object({
      disruption: z.enum(codes.DISRUPTIONS).nullable(),
      settled: z.array(z.enum(codes.CLOSING_ITEMS)),
      reviewDate: z.iso.date().nullable(),
      from: stage.nullable().describe('Stage it was closed from'),
    }),
    reopening: z.object({ requestedBy: z.string() }).nullable(),
    nextDueAt: moment.nullable().describe('Earliest moment of all clocks'),
    openedAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'Operation' });
export type OperationView = z.output<typeof operationView>;
