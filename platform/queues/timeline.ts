import type { QueueDefinition } from './queue';

/** An event that has its place in the feed. References only: whoever handles it reads the event. */
export interface PlacedEvent {
  readonly position: string;
  readonly operation: string;
  readonly sequence: number;
}

/** One job for each event; the job's id is the outbox row's. Jobs are repeated until they are done. */
export const timelineQueue: QueueDefinition<PlacedEvent> = {
  name: 'timeline',
  options: { attempts: 5, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: true },
};

/** Channel on which live streams are nudged to look for new events; the message says nothing. */
export const FEED_CHANNEL = 'waymark:feed';
