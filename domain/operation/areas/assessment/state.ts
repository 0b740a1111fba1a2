import type { TARGETS } from '../../codes';
import type { ThreatAssessment } from '../../../scoring/morile.v1';

export interface AssessmentState {
  readonly score: {
    readonly assessment: ThreatAssessment;
    readonly by: string;
    readonly confirmedBy: string | null;
  } | null;
  /** Material intelligence has arrived since the score was recorded. */
  readonly rescoreDue: boolean;
  readonly outcome: 'adopted' | 'declined' | 'withdrawn' | 'closed' | null;
  /** Whether the tasking decision has its 4P plan. */
  readonly taskingPlan: boolean;
  readonly targets: readonly { readonly id: string; readonly kind: (typeof TARGETS)[number]; readonly band: string }[];
}

export const assessment: AssessmentState = {
  score: null,
  rescoreDue: false,
  outcome: null,
  taskingPlan: false,
  targets: [],
};
