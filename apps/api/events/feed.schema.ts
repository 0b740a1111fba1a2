import { z } from 'zod';

const eventId = z.string().regex(/^[\w-]{22}$/);

/** One event of the live stream: the `data` of a message, which has the same id. */
export const feedEvent = z
  .object({
    id: eventId.describe('Its place in the order of all events: go on after it'),
    reference: z.string(),
    sequence: z.int(),
    type: z.string(),
    happenedAt: z.iso.datetime(),
    occurredAt: z.iso.datetime(),
    actor: z.string(),
    payload: z.record(z.string(), z.unknown()).describe('As recorded; texts stay references'),
  })
  .meta({ id: 'FeedEvent' });
export type FeedEvent = z.output<typeof feedEvent>;

export const feedQuery = z.strictObject({
  after: z
    .union([z.literal('0'), eventId])
    .optional()
    .describe(
      'Id of the event to go on after; 0 is the beginning. `Last-Event-ID` goes before. Without either: from now on',
    ),
});
export type FeedQuery = z.output<typeof feedQuery>;
