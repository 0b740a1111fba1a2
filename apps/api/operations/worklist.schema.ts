import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { MARKINGS, STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import { operationReference } from '../../../domain/operation/areas/fields.schema';
import { cursor, cursorCodec, limit } from '../http/cursor';

/** What a worklist may be narrowed by, and what a saved filter holds. */
export const worklistFilters = z.strictObject({
  stage: z.enum(STAGES).optional(),
  leadForce: z.enum(FORCES).optional(),
  threatArea: z.enum(THREAT_AREAS).optional(),
  mergedInto: operationReference
    .optional()
    .describe('Only the duplicates that were merged into this operation; without it none are listed'),
});
export type WorklistFilters = z.output<typeof worklistFilters>;

/** What a worklist may be asked. */
export const worklistQuery = worklistFilters.extend({
  filter: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('Id of a saved filter; what is given beside it goes before what it says'),
  limit,
  cursor,
});
export type WorklistQuery = z.output<typeof worklistQuery>;

/** The worklist's order, newest first: when an operation last changed, and its reference. */
export const worklistCursor = cursorCodec(z.tuple([z.iso.datetime(), z.string().max(64)]));

const worklistRow = z
  .object({
    reference: z.string(),
    sequence: z.int().describe('Version of the operation'),
    stage: z.enum(STAGES),
    codename: z.string().nullable(),
    threatArea: z.enum(THREAT_AREAS).nullable(),
    leadForce: z.enum(FORCES).nullable(),
    marking: z.enum(MARKINGS).nullable(),
    openedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    nextDueAt: z.iso.datetime().nullable(),
    mergedInto: z.string().nullable().describe('Of a duplicate: the operation that goes on for it'),
  })
  .meta({ id: 'WorklistRow' });
export type WorklistRow = z.output<typeof worklistRow>;

export const worklistPage = z
  .object({ items: z.array(worklistRow), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'WorklistPage', description: 'Operations, the one changed last first' });
export type WorklistPage = z.output<typeof worklistPage>;
