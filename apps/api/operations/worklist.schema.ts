import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { operationReference } from '../../../domain/operation/areas/fields.schema';
import { AWAITABLE } from '../../../domain/operation/awaiting';
import { MARKINGS, STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import { cursor, limit } from '../http/cursor';
import { moment } from '../http/moment';
import { personId } from '../people/person-id';

/** How a worklist can be sorted; the first is the usual one. */
export const WORKLIST_ORDERS = ['changed', 'due', 'risk'] as const;
export type WorklistOrder = (typeof WORKLIST_ORDERS)[number];

const awaitable = z.enum(AWAITABLE);

/** What a worklist may be narrowed and sorted by, and what a saved filter holds. */
export const worklistFilters = z.strictObject({
  stage: z.enum(STAGES).optional(),
  leadForce: z.enum(FORCES).optional(),
  threatArea: z.enum(THREAT_AREAS).optional(),
  mergedInto: operationReference
    .optional()
    .describe('Only the duplicates that were merged into this operation; without it none are listed'),
  person: personId.optional().describe('Only operations on whose team they are, or which they referred'),
  awaiting: z
    .enum([...AWAITABLE, 'any'])
    .optional()
    .describe('Only operations that wait for this: for a second person, or for a decision; any: for one of them'),
  dueBefore: moment.optional().describe('Only operations one of whose clocks ends before this time'),
  search: z
    .string()
    .trim()
    .min(2)
    .max(64)
    .optional()
    .describe(
      'Only operations whose code name begins with this, in capitals or not; or whose reference does, with or without `OP-`; or whose reference has this number',
    ),
  order: z
    .enum(WORKLIST_ORDERS)
    .optional()
    .describe(
      'changed (without it): changed last first; due: soonest `nextDueAt` first, without those that have none; risk: highest risk first, of the same risk the longest in assessment',
    ),
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
    submittedAt: z.iso
      .datetime()
      .nullable()
      .describe('When it was last submitted for assessment; null for a referral that has not been, or was returned'),
    risk: z
      .int()
      .nullable()
      .describe('Of its threat scores: as confirmed, else the highest of those that stand; null without one'),
    awaiting: z.array(awaitable).describe('What waits for a second person, or for a decision'),
    mergedInto: z.string().nullable().describe('Of a duplicate: the operation that goes on for it'),
  })
  .meta({ id: 'WorklistRow' });
export type WorklistRow = z.output<typeof worklistRow>;

export const worklistPage = z
  .object({ items: z.array(worklistRow), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'WorklistPage', description: 'Operations, in the order that was asked for' });
export type WorklistPage = z.output<typeof worklistPage>;
