import { FlowProducer, Queue, Worker, type JobsOptions } from 'bullmq';
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

/** Comes back by itself, however long Redis is away. */
const returning = { retryStrategy: (times: number) => Math.min(times * 50, 2_000) };
/** Fails soon while Redis is away or hangs, so that whoever produces can say so or try again. */
const producing = { ...returning, maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 5_000 };
/** Waits for Redis instead. */
const handling = { ...returning, maxRetriesPerRequest: null };

/** A connection for producers: it fails soon while Redis is away, and comes back by itself. */
export function producerConnection(url: string): Redis {
  return quiet(new Redis(url, producing));
}

/** A connection for handlers and listeners, which wait for Redis however long it is away. */
export function handlerConnection(url: string): Redis {
  return quiet(new Redis(url, handling));
}

/** The producing side of a queue. */
export function createQueue<Payload>(definition: QueueDefinition<Payload>, url: string): Queue<Payload> {
  return quiet(
    new Queue<Payload>(definition.name, {
      connection: { url, ...producing },
      prefix: QUEUE_PREFIX,
      defaultJobOptions: definition.options,
      // A version check that fails because Redis dies just then would leave the queue broken for good.
      skipVersionCheck: true,
    }),
  );
}

/** Adds jobs that have a parent, together with it. */
export function createFlows(url: string): FlowProducer {
  return quiet(new FlowProducer({ connection: { url, ...producing }, prefix: QUEUE_PREFIX, skipVersionCheck: true }));
}

/**
 * The handling side of a queue. A job whose handler throws is tried again as the definition says; one whose process was
 * killed is taken up by another within some 15 s.
 */
export function createHandler<Payload>(
  definition: QueueDefinition<Payload>,
  url: string,
  handle: (payload: Payload) => Promise<void>,
  { concurrency }: { readonly concurrency: number },
): Worker<Payload> {
  return quiet(
    new Worker<Payload>(definition.name, (job) => handle(job.data), {
      connection: { url, ...handling },
      prefix: QUEUE_PREFIX,
      concurrency,
      lockDuration: 10_000,
      stalledInterval: 5_000,
    }),
  );
}

/** Connections report each failed attempt as an event that would end the process if nobody listened. */
function quiet<T extends { on(event: 'error', listener: () => void): unknown }>(source: T): T {
  source.on('error', () => undefined);
  return source;
}
