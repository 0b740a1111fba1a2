import type { ClosingItem, Disruption, Stage } from '../../codes';

export interface ClosureState {
  readonly closing: {
    readonly disruption: Disruption | null;
    readonly settled: readonly ClosingItem[];
    readonly reviewDate: string | null;
    /** Stage the operation was closed from, which a reopening returns to. */
    readonly from: Stage | null;
  };
  readonly reopening: { readonly requestedBy: string } | null;
}

export const closure: ClosureState = {
  closing: { disruption: null, settled: [], reviewDate: null, from: null },
  reopening: null,
};
