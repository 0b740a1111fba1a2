import type { QueueDefinition } from './queue';

/** One job for each recorded event. It names the outbox row only: what happened is read where it is kept. */
export interface TimelineJob {
  readonly outbox: string;
}

/** A job that has failed for good is removed, so that the relay can queue its row again. */
export const timelineQueue: QueueDefinition<TimelineJob> = {
  name: 'timeline',
  options: { attempts: 5, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: true },
};

/** The outbox row's id as a job's, so that no row is queued twice. BullMQ refuses bare integers. */
export const timelineJobId = (outbox: string) => `outbox-${outbox}`;

/** Redis channel on which live streams are nudged to look for new events; the message says nothing. */
export const FEED_CHANNEL = 'waymark:feed';
