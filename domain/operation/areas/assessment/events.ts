import type { ThreatAssessment } from '../../../scoring/score-threat';
import type { TextRef } from '../../../text/text';
import type { ProductKind, TARGETS } from '../../codes';
import type { Evidence } from './state';

export interface AssessmentEvents {
  /** Without `score` and `evidence` what was recorded before 0.4.0, when there was one score at a time. */
  threatScoreRecorded: {
    score?: string;
    assessment: ThreatAssessment;
    evidence?: readonly Evidence[];
    rationale: TextRef;
  };
  /** Without `score` what was recorded before 0.4.0. */
  threatScoreConfirmed: { score?: string; risk: number };
  /** Waymark asks those who scored to score again. */
  rescoreAsked: { report: string; people: readonly string[] };
  adopted: { codename: string; products: readonly ProductKind[]; rationale: TextRef };
  declined: { rationale: TextRef };
  taskingPlanRecorded: { pursue: TextRef; prevent: TextRef; protect: TextRef; prepare: TextRef };
  targetAdopted: { target: string; kind: (typeof TARGETS)[number]; band: string; rationale: TextRef };
}
