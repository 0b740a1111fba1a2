import { defineSignal } from '@temporalio/workflow';

/** The contract of the `merge` workflow: the saga over a duplicate and its survivor, for merging and for undoing it. */
export const MERGE_WORKFLOW = 'merge';
export const mergeWorkflowId = (merge: string) => `merge/${merge}`;

export interface MergeInput {
  /** As OP-2026-000001.M1. */
  readonly merge: string;
  readonly duplicate: string;
  readonly into: string;
}

/** What people have asked the duplicate for. `request` is the latest one's identifier. */
export interface MergeRequest {
  readonly kind: 'merge' | 'unmerge';
  readonly request: string;
}

/** Why an operation refuses the saga's command, in words for people; `null` where it has agreed. */
export type Objection = string | null;

/** Asks the saga for a merge or its undoing; it comes with the start, or to the saga that is under way. */
export const mergeAsked = defineSignal<[MergeRequest]>('mergeAsked');
