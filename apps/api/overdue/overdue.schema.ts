import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import { DEADLINE_KINDS } from '../../../domain/operation/deadlines';
import { cursor, cursorCodec, limit } from '../http/cursor';

export const overdueQuery = z.strictObject({
  leadForce: z.enum(FORCES).optional(),
  stage: z.enum(STAGES).optional(),
  threatArea: z.enum(THREAT_AREAS).optional(),
  kind: z.enum(DEADLINE_KINDS).optional(),
  limit,
  cursor,
});
export type OverdueQuery = z.output<typeof overdueQuery>;

/** The order of what is overdue: from when on, of which operation, and what. */
export const overdueCursor = cursorCodec(z.tuple([z.string().max(32), z.string().max(64), z.string().max(300)]));

const overdueItem = z
  .object({
    reference: z.string(),
    codename: z.string().nullable(),
    stage: z.enum(STAGES),
    threatArea: z.enum(THREAT_AREAS).nullable(),
    leadForce: z.enum(FORCES).nullable(),
    kind: z
      .enum(DEADLINE_KINDS)
      .describe(
        'A Europol message that waits for its answer, a task of a product, or a translation that was asked for',
      ),
    about: z.string().describe('Message, task or request, as `M1`'),
    due: z.iso.datetime().describe('Since when it is overdue'),
    lastDay: z.iso.date().nullable().describe('The day by which it was to be done, where it was given as a day'),
    person: z.string().nullable().describe('Whose it is, where it is one person’s'),
  })
  .meta({ id: 'OverdueItem' });
export type OverdueItem = z.output<typeof overdueItem>;

export const overduePage = z
  .object({ items: z.array(overdueItem), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'OverduePage', description: 'What people should have done by now, the longest overdue first' });
export type OverduePage = z.output<typeof overduePage>;
