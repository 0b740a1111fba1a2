import { z } from 'zod';
import { EVENT_TYPES } from '../../../domain/operation/fold';
import { commaList } from '../http/comma-list';
import { cursor, cursorCodec, limitTo } from '../http/cursor';
import { moment } from '../http/moment';

/** References of other operations are none: whoever does not see those must not find out what is said of them. */
const ABOUT = /^([A-Z]{1,2}[0-9]{1,9}|[a-z][a-z0-9-]{0,254}|[0-9]{4}-[0-9]{2}-[0-9]{2})$/;

const sequence = z.int().min(0).max(1_000_000_000);

/** What a timeline may be narrowed to. */
export const timelineFilters = z.strictObject({
  type: commaList(EVENT_TYPES, 'event type')
    .optional()
    .describe('Only events of these types, with commas between them, as `arrestRecorded,chargeRecorded`'),
  actor: z.string().min(1).max(255).optional().describe('Only what this person, or `waymark` itself, has done'),
  about: z
    .string()
    .regex(ABOUT)
    .optional()
    .describe('Only events that name this: an identifier such as S1, X2 or P1, a code such as a product, or a date'),
  from: moment.optional().describe('Only what happened at this time (`happenedAt`) or later'),
  to: moment.optional().describe('Only what happened before this time'),
  before: z.coerce
    .number()
    .pipe(sequence.min(1))
    .optional()
    .describe('Only events that come before this one in their operation, by its `sequence`'),
});
export type TimelineFilters = z.output<typeof timelineFilters>;

/** What a timeline may be asked. */
export const timelineQuery = timelineFilters.extend({
  order: z.enum(['asc', 'desc']).default('asc').describe('asc: oldest first'),
  merged: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: with the events of the operations that were merged into this one, all in the order they occurred'),
  // A page of ours shows all that is recorded of one side of an operation.
  limit: limitTo(500),
  cursor,
});
export type TimelineQuery = z.output<typeof timelineQuery>;

export const timelineCursor = cursorCodec(sequence);
export const mergedCursor = cursorCodec(z.tuple([z.iso.datetime(), z.string().max(64), sequence]));
