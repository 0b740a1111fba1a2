import type { TARGETS } from '../../codes';
import type { ThreatAssessment } from '../../../scoring/score-threat';

/** The intelligence reports that a factor's value rests on. */
export interface Evidence {
  readonly factor: string;
  readonly reports: readonly string[];
}

/** One scorer's score with one model. */
export interface ThreatScore {
  readonly id: string;
  readonly assessment: ThreatAssessment;
  readonly evidence: readonly Evidence[];
  readonly by: string;
  readonly confirmedBy: string | null;
  /** Whether a later one took its place: of the same scorer and model, or after material intelligence. */
  readonly superseded: boolean;
}

export interface AssessmentState {
  readonly scores: readonly ThreatScore[];
  /** Material intelligence has arrived since the last score was recorded. */
  readonly rescoreDue: boolean;
  readonly outcome: 'adopted' | 'declined' | 'withdrawn' | 'closed' | null;
  /** Whether the tasking decision has its 4P plan. */
  readonly taskingPlan: boolean;
  readonly targets: readonly { readonly id: string; readonly kind: (typeof TARGETS)[number]; readonly band: string }[];
}

export const assessment: AssessmentState = {
  scores: [],
  rescoreDue: false,
  outcome: null,
  taskingPlan: false,
  targets: [],
};
