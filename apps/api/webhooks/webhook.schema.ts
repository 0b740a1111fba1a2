import { z } from 'zod';
import { CLEARANCES, FORCES } from '../../../domain/access/actor';
import { STAGES } from '../../../domain/operation/codes';
import { EVENT_TYPES } from '../../../domain/operation/fold';
import type { EventType } from '../../../domain/operation/events';
import { isKeepable, NOT_KEEPABLE, plainText } from '../../../domain/text/text.schema';
import { cursor, cursorCodec, limit } from '../http/cursor';

const eventType = z.enum(EVENT_TYPES as readonly [EventType, ...EventType[]]);
const url = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine(isKeepable, NOT_KEEPABLE)
  .refine((address) => !/^https?:\/\/[^/?#]*@/i.test(address), {
    message: 'Leave name and password out: each message is signed.',
  })
  .describe('Where messages are sent; https, and no private address, unless the configuration allows them');
const once = (all: readonly string[]) => new Set(all).size === all.length;

/** What a webhook is, as its keepers say it: the whole of it, each time. */
export const webhookRequest = z
  .strictObject({
    title: plainText(100).describe('Which system it is'),
    url,
    types: z.array(eventType).min(1).refine(once, { message: 'Name each type once.' }).describe('Events it is told of'),
    force: z.enum(FORCES).describe('It is told of operations that this force leads'),
    stages: z
      .array(z.enum(STAGES))
      .min(1)
      .refine(once, { message: 'Name each stage once.' })
      .describe('While they are in one of these'),
    clearance: z.enum(CLEARANCES).default('OFFICIAL').describe('Up to what their marking asks for'),
    active: z.boolean().default(true).describe('false: nothing is sent, and what happens meanwhile is left out'),
  })
  .meta({ id: 'WebhookRequest' });
export type WebhookRequest = z.output<typeof webhookRequest>;

export const webhook = z
  .object({
    id: z.string(),
    ...webhookRequest.shape,
    offBecause: z
      .enum(['gone', 'failing'])
      .nullable()
      .describe('Why Waymark has switched it off: it answered 410, or nothing well for five days'),
    failingSince: z.iso.datetime().nullable().describe('When it last began to answer nothing well'),
    oldSecretUntil: z.iso.datetime().nullable().describe('Until when messages are signed with the secret before, too'),
    version: z.int().describe('The ETag is this number in quotation marks'),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Webhook', description: 'A partner system that is told by reference what happens' });
export type Webhook = z.output<typeof webhook>;

export const webhookWithSecret = z
  .object({
    ...webhook.shape,
    secret: z.string().describe('Of the Standard Webhooks specification. It is shown this once: keep it safe'),
  })
  .meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.output<typeof webhookWithSecret>;

export const webhookList = z.object({ items: z.array(webhook) }).meta({ id: 'WebhookList', description: 'By title' });
export type WebhookList = z.output<typeof webhookList>;

export const DELIVERY_STATUSES = ['waiting', 'delivered', 'failed', 'withheld'] as const;
export const deliveriesQuery = z.strictObject({
  status: z.enum(DELIVERY_STATUSES).optional().describe('withheld: the webhook does not see the operation any more'),
  limit,
  cursor,
});
export type DeliveriesQuery = z.output<typeof deliveriesQuery>;
export const deliveryCursor = cursorCodec(z.tuple([z.iso.datetime(), z.string().max(64)]));

export const delivery = z
  .object({
    id: z.string().describe('What the receiver gets as `webhook-id`, the same each time it is tried'),
    type: z.string().describe('Of the event, or `webhook.test`'),
    happenedAt: z.iso.datetime(),
    status: z.enum(DELIVERY_STATUSES),
    attempts: z.int().describe('Since it was made, or last asked for again'),
    answer: z.int().nullable().describe('HTTP status of the last answer'),
    trouble: z.string().nullable().describe('Why there was none'),
    triedAt: z.iso.datetime().nullable(),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'WebhookDelivery', description: 'One message, without what it is about' });
export type Delivery = z.output<typeof delivery>;

export const deliveryPage = z
  .object({ items: z.array(delivery), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'WebhookDeliveryPage', description: 'The newest first' });
export type DeliveryPage = z.output<typeof deliveryPage>;

export const replayRequest = z
  .strictObject({
    from: z.iso.datetime().describe('Messages made since'),
    until: z.iso.datetime().describe('and before'),
  })
  .refine(({ from, until }) => from < until, { message: 'Say when it begins, then when it ends.' })
  .meta({ id: 'WebhookReplayRequest' });
export type ReplayRequest = z.output<typeof replayRequest>;

export const replayAnswer = z
  .object({ replayed: z.int().describe('How many messages wait to be sent again') })
  .meta({ id: 'WebhookReplay' });
export type ReplayAnswer = z.output<typeof replayAnswer>;
