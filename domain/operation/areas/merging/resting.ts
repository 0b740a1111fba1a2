import type { Blocker } from '../../decide';
import type { Merge } from './state';

/** Why nothing is recorded at an operation that is merged into another, or on its way there or back. */
export function restingBlocker({ status, into }: Merge): Blocker {
  return { kind: 'stage', code: status, sentence: SENTENCES[status](into), remedies: ['unmerge'] };
}

const SENTENCES: Readonly<Record<Merge['status'], (into: string) => string>> = {
  merging: (into) => `This operation is being merged into ${into}: wait, or take it back.`,
  merged: (into) => `This operation was merged into ${into}: work there.`,
  unmerging: (into) => `This operation is being taken back from ${into}: wait.`,
};
