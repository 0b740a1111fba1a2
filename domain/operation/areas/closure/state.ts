import type { ClosingItem, Disruption, RETENTION_GROUPS, Stage } from '../../codes';

export interface ClosureState {
  readonly closing: {
    readonly disruption: Disruption | null;
    readonly settled: readonly ClosingItem[];
    readonly reviewDate: string | null;
    /** Stage the operation was closed from, which a reopening returns to. */
    readonly from: Stage | null;
  };
  readonly reopening: { readonly requestedBy: string } | null;
  readonly rollback: { readonly to: Stage; readonly requestedBy: string } | null;
  readonly outcomes: {
    readonly assetsPence: number;
    /** Benefit to society of the victims safeguarded, in pence; `null` until it is estimated. */
    readonly benefitPence: number | null;
    readonly lessons: number;
    readonly retentionGroup: (typeof RETENTION_GROUPS)[number] | null;
  };
}

export const closure: ClosureState = {
  closing: { disruption: null, settled: [], reviewDate: null, from: null },
  reopening: null,
  rollback: null,
  outcomes: { assetsPence: 0, benefitPence: null, lessons: 0, retentionGroup: null },
};
