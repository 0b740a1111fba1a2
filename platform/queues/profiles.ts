import type { QueueDefinition } from './queue';

/** One job for each import or profiling that has not ended. It names it only. */
export interface ProfilesJob {
  readonly kind: 'import' | 'run';
  readonly id: string;
}

/** What fails for good is removed, so that it can be queued again. */
export const profilesQueue: QueueDefinition<ProfilesJob> = {
  name: 'profiles',
  options: { attempts: 5, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: true },
};

export const profilesJobId = ({ kind, id }: ProfilesJob) => `${kind}-${id}`;
