import { z } from 'zod';
import { cursor, cursorCodec, limit } from '../http/cursor';

export const inboxQuery = z.strictObject({
  unread: z.stringbool().default(false).describe('true: only what has not been read'),
  limit,
  cursor,
});
export type InboxQuery = z.output<typeof inboxQuery>;

export const inboxCursor = cursorCodec(z.string().max(22));

export const inboxItem = z
  .object({
    id: z.string().describe('Id of the event in the live events'),
    reference: z.string(),
    type: z.string().describe('Type of the event'),
    occurredAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.output<typeof inboxItem>;

export const inboxPage = z
  .object({ items: z.array(inboxItem), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'InboxPage', description: 'What you are told of, newest first' });
export type InboxPage = z.output<typeof inboxPage>;
