/** The merge of an operation, which duplicates another, into that other one. */
export interface Merge {
  /** As OP-2026-000001.M1. */
  readonly id: string;
  readonly into: string;
  readonly status: 'merging' | 'merged' | 'unmerging';
  /** Who asked last: for the merge, or for its undoing. */
  readonly requestedBy: string;
  /** How often its undoing was asked for. */
  readonly unmerges: number;
}

export interface MergingState {
  /** `null` for an operation that is merged into no other. */
  readonly merge: Merge | null;
  /** How many merges of this operation were ever asked for. */
  readonly merges: number;
  /** What was merged into this operation and not taken back. */
  readonly received: readonly { readonly merge: string; readonly operation: string }[];
  /** How many subjects were taken back again: their identifiers are given to nobody else. */
  readonly released: number;
}

export const merging: MergingState = { merge: null, merges: 0, received: [], released: 0 };

/** What the saga is at: the merge itself, or the latest request to undo it. */
export const requestOf = ({ id, status, unmerges }: Merge): string =>
  status === 'unmerging' ? `${id}.U${unmerges}` : id;
