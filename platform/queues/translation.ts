import type { TranslationInput } from '../../workflows/translation/translation.messages';
import type { QueueDefinition } from './queue';

/** One job for each phone extract; the job's id is the translation's. */
export const translationQueue: QueueDefinition<TranslationInput> = {
  name: 'translation',
  options: { attempts: 10, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: true },
};
