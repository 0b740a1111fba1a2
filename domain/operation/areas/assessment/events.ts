import type { ThreatAssessment } from '../../../scoring/morile.v1';
import type { TextRef } from '../../../text/text';
import type { ProductKind, TARGETS } from '../../codes';

export interface AssessmentEvents {
  threatScoreRecorded: { assessment: ThreatAssessment; rationale: TextRef };
  threatScoreConfirmed: { risk: number };
  adopted: { codename: string; products: readonly ProductKind[]; rationale: TextRef };
  declined: { rationale: TextRef };
  taskingPlanRecorded: { pursue: TextRef; prevent: TextRef; protect: TextRef; prepare: TextRef };
  targetAdopted: { target: string; kind: (typeof TARGETS)[number]; band: string; rationale: TextRef };
}
