import type { FlowJob } from 'bullmq';
import { QUEUE_PREFIX, type QueueDefinition } from './queue';

/** Makes an extract ready to be sent, or puts its English together once its requests have been sent. */
export interface ExtractJob {
  readonly kind: 'prepare' | 'assemble';
  /** The translation's identifier. */
  readonly id: string;
}

/** Some requests of a translation, by their numbers. */
export interface RequestsJob {
  readonly id: string;
  readonly requests: readonly number[];
}

/** What fails for good is removed, so that it can be queued again. */
const options = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
};

export const extractsQueue: QueueDefinition<ExtractJob> = { name: 'extracts', options };
export const requestsQueue: QueueDefinition<RequestsJob> = { name: 'translation-requests', options };

/** The timeline's identifiers have no colon, which BullMQ keeps for itself. */
export const extractJobId = ({ kind, id }: ExtractJob) => `${kind}-${id}`;

/** Requests that one job sends: an urgent phone waits no longer than for these. [P] */
const TOGETHER = 10;

/** The requests of a translation under one parent, which puts their answers together. Those of a lower priority number go first. */
export function requestsFlow(id: string, priority: number, requests: readonly number[]): FlowJob {
  const chunks = Array.from({ length: Math.ceil(requests.length / TOGETHER) }, (_, nth) =>
    requests.slice(nth * TOGETHER, (nth + 1) * TOGETHER),
  );
  return {
    name: 'assemble',
    queueName: extractsQueue.name,
    prefix: QUEUE_PREFIX,
    data: { kind: 'assemble', id } satisfies ExtractJob,
    opts: { ...options, priority, jobId: extractJobId({ kind: 'assemble', id }) },
    children: chunks.map((chunk) => ({
      name: 'requests',
      queueName: requestsQueue.name,
      prefix: QUEUE_PREFIX,
      data: { id, requests: chunk } satisfies RequestsJob,
      // What fails is still waiting where it is kept, and the parent sees that.
      opts: { ...options, priority, ignoreDependencyOnFailure: true },
    })),
  };
}
