import type { ThreatAssessment } from '../../../scoring/morile.v1';

export interface AssessmentState {
  readonly score: {
    readonly assessment: ThreatAssessment;
    readonly by: string;
    readonly confirmedBy: string | null;
  } | null;
  readonly outcome: 'adopted' | 'declined' | 'closed' | null;
}

export const assessment: AssessmentState = { score: null, outcome: null };
