import type { QueueDefinition } from './queue';

/** One job for each delivery that waits. It names its row only. */
export interface WebhookJob {
  readonly delivery: string;
}

/** How often a delivery is tried before it is given up. */
export const ATTEMPTS = 15;

/** Each pause is twice the one before, give or take a fifth: 14 of them, from five seconds on, take about a day. */
export const webhookQueue = (retryMs: number): QueueDefinition<WebhookJob> => ({
  name: 'webhooks',
  options: {
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: retryMs, jitter: 0.2 },
    removeOnComplete: true,
    removeOnFail: true,
  },
});

export const webhookJobId = (delivery: string) => `delivery-${delivery}`;
