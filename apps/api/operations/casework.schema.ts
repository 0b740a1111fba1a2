import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import * as codes from '../../../domain/operation/codes';
import { readText } from '../timeline/event.schema';

const date = z.iso.date();

export const grade = z.object({
  sourceEvaluation: z.enum(codes.SOURCE_EVALUATIONS),
  intelligenceAssessment: z.enum(codes.INTELLIGENCE_ASSESSMENTS),
  handlingCode: z.enum(codes.HANDLING_CODES),
});

/** The strands of an operation beside its main road. */
export const caseworkView = {
  source: z
    .object({ kind: z.enum(codes.REFERRAL_SOURCES), consent: z.boolean(), anonymous: z.boolean() })
    .nullable()
    .describe("null for a force's own referral"),
  returned: z.enum(['waiting', 'answered']).nullable(),
  links: z.array(
    z.object({ id: z.string(), operation: z.string(), kind: z.enum(codes.OPERATION_LINKS), removed: z.boolean() }),
  ),
  erasedTexts: z.array(z.string()).describe('Records of texts that were erased'),
  rescoreDue: z.boolean().describe('Whether material intelligence has arrived since the score was recorded'),
  merge: z
    .object({
      id: z.string(),
      into: z.string(),
      status: z.enum(['merging', 'merged', 'unmerging']),
      requestedBy: z.string(),
      unmerges: z.int(),
    })
    .nullable()
    .describe('Of a duplicate: the merge into another operation; the other one goes on, and nothing is recorded here'),
  merges: z.int().describe('How many merges of this operation were asked for'),
  received: z
    .array(z.object({ merge: z.string(), operation: z.string() }))
    .describe('The operations that were merged into this one; `?merged=true` puts their events into the timeline'),
  released: z.int().describe('How many subjects went back with an operation that was taken back'),
  taskingPlan: z.boolean().describe('Whether there is a 4P plan'),
  targets: z.array(z.object({ id: z.string(), kind: z.enum(codes.TARGETS), band: z.string() })),
  entities: z.array(z.object({ id: z.string(), kind: z.enum(codes.ENTITY_KINDS), label: readText })),
  entityLinks: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      kind: z.enum(codes.ENTITY_LINKS),
      grade,
      removed: z.boolean(),
    }),
  ),
  reports: z.array(z.object({ id: z.string(), grade, sanitised: z.boolean() })),
  disseminations: z.array(
    z.object({ id: z.string(), report: z.string(), to: z.enum(FORCES), status: z.enum(['sent', 'acknowledged']) }),
  ),
  authorisations: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(codes.AUTHORISATIONS),
      subject: z.string().nullable(),
      appliedBy: z.string(),
      status: z.enum(['applied', 'granted', 'refused', 'cancelled']),
      from: date.nullable(),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      product: z.enum(codes.PRODUCTS),
      person: z.string(),
      dueOn: date,
      status: z.enum(['open', 'done']),
    }),
  ),
  europolRequests: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(codes.EUROPOL_REQUESTS),
      country: z.string(),
      subject: z.string().nullable(),
      status: z.enum(['made', 'granted', 'refused']),
    }),
  ),
  days: z.array(z.object({ date, debriefed: z.boolean() })).describe('Days of enforcement'),
  warrants: z.array(
    z.object({
      id: z.string(),
      premises: z.string(),
      power: z.enum(codes.WARRANTS),
      status: z.enum(['applied', 'granted', 'refused', 'executed', 'returned']),
    }),
  ),
  mediaRequests: z.array(
    z.object({
      id: z.string(),
      premises: z.string(),
      person: z.string().nullable(),
      status: z.enum(['asked', 'assigned', 'on-scene']),
    }),
  ),
  exhibits: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(codes.EXHIBIT_KINDS),
      holder: z.string(),
      handovers: z.int(),
      extracted: z.boolean(),
      status: z.enum(['held', 'disposed']),
    }),
  ),
  policyDecisions: z.int(),
  searches: z.int(),
  disclosure: z.array(
    z.object({
      id: z.string(),
      schedule: z.enum(codes.DISCLOSURE_SCHEDULES),
      decision: z.enum(codes.DISCLOSURE_DECISIONS).nullable(),
    }),
  ),
  victims: z.array(
    z.object({
      id: z.string(),
      age: z.enum(codes.VICTIM_AGES),
      exploitation: z.array(z.enum(codes.EXPLOITATIONS)),
      consent: z.boolean().nullable(),
      needs: z.array(z.string()).describe('Codes of themes; see GET /api/v1/support-needs'),
      notified: z.enum(['nrm', 'duty-to-notify']).nullable(),
      reasonableGrounds: z.boolean().nullable(),
      conclusiveGrounds: z.boolean().nullable(),
      accommodated: z.boolean(),
      returnedTo: z.string().nullable(),
      handedOver: z.boolean(),
    }),
  ),
  orders: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(codes.ORDERS),
      subject: z.string(),
      status: z.enum(['applied', 'interim', 'full', 'refused', 'ended']),
      youthCourt: z.boolean(),
      from: date.nullable(),
      until: date.nullable(),
      served: z.boolean(),
      monitor: z.string().nullable(),
      breaches: z.int(),
    }),
  ),
  files: z.array(
    z.object({
      id: z.string().describe('As F1'),
      sha256: z.string(),
      size: z.int().describe('Bytes'),
      mediaType: z.enum(codes.FILE_TYPES),
      status: z.enum(['kept', 'erased']),
    }),
  ),
  grants: z
    .array(
      z.object({
        id: z.string().describe('As K1'),
        kind: z.enum(['specific', 'challenged']).describe('Given by name, or taken by breaking the glass'),
        person: z.string(),
        until: z.iso.datetime(),
        revoked: z.boolean(),
      }),
    )
    .describe('Access beside that of the team and of the lead force'),
  excluded: z.array(z.string()).describe('People for whom this operation does not exist'),
  rollback: z.object({ to: z.enum(codes.STAGES), requestedBy: z.string() }).nullable(),
  outcomes: z.object({
    assetsPence: z.int(),
    benefitPence: z.int().nullable(),
    lessons: z.int(),
    retentionGroup: z.enum(codes.RETENTION_GROUPS).nullable(),
  }),
};
