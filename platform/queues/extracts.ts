import type { FlowJob } from 'bullmq';
import { QUEUE_PREFIX, type QueueDefinition } from './queue';

/** Makes an extract ready to be sent, or puts its English together once its requests have been sent. */
export interface ExtractJob {
  readonly kind: 'prepare' | 'assemble';
  /** The translation's identifier. */
  readonly id: string;
}

/** Sends a request of a translation, by its number. */
export interface RequestJob {
  readonly id: string;
  readonly request: number;
}

/** What fails for good is removed, so that it can be queued again. */
const options = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
};

export const extractsQueue: QueueDefinition<ExtractJob> = { name: 'extracts', options };
export const requestsQueue: QueueDefinition<RequestJob> = { name: 'translation-requests', options };

/** The timeline's identifiers have no colon, which BullMQ keeps for itself. */
export const extractJobId = ({ kind, id }: ExtractJob) => `${kind}-${id}`;

/**
 * The jobs that send requests. One that is queued already is not queued twice. Those of a lower priority number go first: an urgent phone
 * waits no longer than for the requests that are under way.
 */
export function requestJobs(id: string, priority: number, requests: readonly number[]) {
  return requests.map((request) => ({
    name: 'request',
    data: { id, request } satisfies RequestJob,
    // What fails is still waiting where it is kept, and the parent, which it may get later, sees that.
    opts: { ...options, priority, jobId: `${id}-${request}`, ignoreDependencyOnFailure: true },
  }));
}

/** The requests of a translation under one parent, which puts their answers together. */
export function requestsFlow(id: string, priority: number, requests: readonly number[]): FlowJob {
  const children = requestJobs(id, priority, requests).map((job) => ({
    ...job,
    queueName: requestsQueue.name,
    prefix: QUEUE_PREFIX,
  }));
  return {
    name: 'assemble',
    queueName: extractsQueue.name,
    prefix: QUEUE_PREFIX,
    data: { kind: 'assemble', id } satisfies ExtractJob,
    opts: { ...options, priority, jobId: extractJobId({ kind: 'assemble', id }) },
    children,
  };
}
