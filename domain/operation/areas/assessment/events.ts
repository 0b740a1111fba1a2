import type { ThreatAssessment } from '../../../scoring/morile.v1';
import type { TextRef } from '../../../text/text';
import type { ProductKind } from '../../codes';

export interface AssessmentEvents {
  threatScoreRecorded: { assessment: ThreatAssessment; rationale: TextRef };
  threatScoreConfirmed: { risk: number };
  adopted: { codename: string; products: readonly ProductKind[]; rationale: TextRef };
  declined: { rationale: TextRef };
}
