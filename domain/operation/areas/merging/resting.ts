import type { Blocker } from '../../decide';
import type { Merge } from './state';

/** Why nothing is recorded at an operation that is merged into another, or on its way there or back. */
export function restingBlocker({ status }: Merge): Blocker {
  return { kind: 'stage', code: status, sentence: SENTENCES[status], remedies: ['unmerge'] };
}

/** They do not name the other operation, which is not for everyone who sees this one: `merge.into` does. */
const SENTENCES: Readonly<Record<Merge['status'], string>> = {
  merging: 'This operation is being merged into another: wait, or take it back.',
  merged: 'This operation was merged into another: work there.',
  unmerging: 'This operation is being taken back from a merge: wait.',
};
