import { Queue, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';

/** A queue as its producers and its handler both see it; handlers stand apart, in `apps/jobs`. */
export interface QueueDefinition<Payload> {
  readonly name: string;
  readonly options: JobsOptions;
  /** Never set: carries the payload's type. */
  readonly payload?: Payload;
}

/** Prefix of all of Waymark's keys in Redis. */
export const QUEUE_PREFIX = 'waymark';

/** A connection for producers: it fails soon while Redis is away, and comes back by itself. */
export function producerConnection(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false });
  redis.on('error', () => undefined);
  return redis;
}

/** A connection for handlers, which wait for Redis however long it is away. */
export function handlerConnection(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  return redis;
}

/** The producing side of a queue. */
export function createQueue<Payload>(definition: QueueDefinition<Payload>, url: string): Queue<Payload> {
  const queue = new Queue<Payload>(definition.name, {
    connection: producerConnection(url),
    prefix: QUEUE_PREFIX,
    defaultJobOptions: definition.options,
  });
  queue.on('error', () => undefined);
  return queue;
}
