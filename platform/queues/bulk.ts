import type { QueueDefinition } from './queue';

/** One job for each bulk act that has not ended. It names the act only: what is to be done is read where it is kept. */
export interface BulkJob {
  readonly bulk: string;
}

/** A job that has failed for good is removed, so that it can be queued again. */
export const bulkQueue: QueueDefinition<BulkJob> = {
  name: 'bulk',
  options: { attempts: 5, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: true },
};

/** The act's id as a job's, so that no act is queued twice. */
export const bulkJobId = (bulk: string) => `bulk-${bulk}`;
