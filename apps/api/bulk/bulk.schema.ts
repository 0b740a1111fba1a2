import { z } from 'zod';
import {
  BULK_COMMANDS,
  BULK_LIMIT,
  BULK_OUTCOMES,
  BULK_STATES,
  type BulkOutcome,
} from '../../../domain/operation/bulk';
import { REFERENCE } from '../../../domain/operation/reference';
import { text } from '../../../domain/text/text.schema';
import { cursor, cursorCodec, limit } from '../http/cursor';
import { problemSchema } from '../http/problems';

/** One command for many operations. What its `body` may hold is the command's own affair. */
export const bulkRequest = z
  .strictObject({
    command: z.enum(BULK_COMMANDS),
    body: z
      .record(z.string(), z.unknown())
      .describe('What the command is given to one operation with; see its own path'),
    operations: z
      .array(z.string().regex(REFERENCE).describe('Reference of an operation, as OP-2026-000123'))
      .min(1)
      .max(BULK_LIMIT)
      .refine((references) => new Set(references).size === references.length, { message: 'Name each operation once.' })
      .describe('They come to their turn in this order'),
    reason: text(1000, 'Why this is done, the same for all of them'),
  })
  .meta({ id: 'BulkRequest' });
export type BulkRequest = z.output<typeof bulkRequest>;

export const bulkQuery = z.strictObject({ limit, cursor });
export type BulkQuery = z.output<typeof bulkQuery>;

export const bulkItemQuery = z.strictObject({
  status: z.enum(BULK_OUTCOMES).optional().describe('Only the operations of this outcome'),
  limit,
  cursor,
});
export type BulkItemQuery = z.output<typeof bulkItemQuery>;

export const bulkCursor = cursorCodec(z.tuple([z.iso.datetime(), z.string().max(64)]));
export const bulkItemCursor = cursorCodec(z.int().min(0).max(BULK_LIMIT));

const counts = z.object(
  Object.fromEntries(BULK_OUTCOMES.map((outcome) => [outcome, z.int()])) as Record<BulkOutcome, z.ZodInt>,
);

/** A bulk act as a whole. */
export const bulkAct = z
  .object({
    id: z.string().describe('The `commandId` of what it recorded on each timeline'),
    command: z.enum(BULK_COMMANDS),
    body: z.record(z.string(), z.unknown()).describe('As given; each text is a reference'),
    reason: z.string().nullable().describe('null once it has been erased lawfully (DPA 2018 s.47)'),
    author: z.string(),
    state: z.enum(BULK_STATES),
    madeAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable().describe('When the last operation had its outcome'),
    counts: counts.describe('Operations by outcome'),
  })
  .meta({ id: 'BulkAct' });
export type BulkAct = z.output<typeof bulkAct>;

const bulkItem = z
  .object({
    reference: z.string(),
    status: z.enum(BULK_OUTCOMES),
    sequence: z.int().nullable().describe('Of `done`: version of the operation after the command'),
    problem: problemSchema.nullable().describe('Of `refused` and `failed`: as the command alone would have met it'),
    settledAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'BulkItem', description: 'What has come of a bulk act for one operation' });
export type BulkItem = z.output<typeof bulkItem>;

export const bulkPage = z
  .object({ items: z.array(bulkAct), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'BulkPage', description: 'Your bulk acts, the newest first' });
export type BulkPage = z.output<typeof bulkPage>;

export const bulkView = bulkAct
  .extend({ items: z.array(bulkItem), next: z.string().nullable().describe('Address of the next page of items') })
  .meta({ id: 'BulkView', description: 'A bulk act with a page of its operations, in their order' });
export type BulkView = z.output<typeof bulkView>;
