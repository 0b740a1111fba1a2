import { z } from 'zod';
import { invalid } from '../http/problems';

/** One event of the live stream: the `data` of a message, whose id is the position. */
export const feedEvent = z
  .object({
    position: z.int().describe('Place in the order of all events, without gaps'),
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
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Position to go on after; 0 is the beginning. `Last-Event-ID` goes before. Without either: from now on'),
});
export type FeedQuery = z.output<typeof feedQuery>;

/**
 * The position a stream goes on after: what a reconnecting client names, else what was asked for.
 *
 * @throws Problem for a `Last-Event-ID` that is none of ours
 */
export function resumePosition(lastEventId: string | undefined, { after }: FeedQuery): number | undefined {
  if (lastEventId === undefined || lastEventId === '') return after;
  if (!/^\d{1,15}$/.test(lastEventId))
    throw invalid('Last-Event-ID', 'Send the id of the last event that you received, unchanged.');
  return Number(lastEventId);
}
