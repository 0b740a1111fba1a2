import type { TextRef } from '../../../text/text';
import type { DISPOSALS, EXHIBIT_KINDS, POWERS, Stage, WARRANTS } from '../../codes';

export interface EnforcementEvents {
  enforcementPlanSigned: {
    plan: TextRef;
    policyFile: TextRef;
    premises: readonly { premises: string; address: TextRef; power: (typeof POWERS)[number] }[];
  };
  stageAdvanced: { from: Stage; to: Stage };
  enforcementDaySet: { date: string; briefing: TextRef };
  enforcementDayDebriefed: { date: string; debrief: TextRef };
  warrantApplied: { warrant: string; premises: string; power: (typeof WARRANTS)[number]; court: string };
  warrantGranted: { warrant: string };
  warrantRefused: { warrant: string; reason: TextRef };
  warrantExecuted: { warrant: string };
  warrantReturned: { warrant: string };
  mediaInvestigatorAsked: { request: string; premises: string; reason: TextRef };
  mediaInvestigatorAssigned: { request: string; person: string };
  mediaInvestigatorOnScene: { request: string };
  policyDecisionRecorded: { decision: string; what: TextRef; reasons: TextRef };
  searchRecorded: { search: string; premises: string; power: (typeof POWERS)[number]; outcome: TextRef };
  safeguardedOnScene: { premises: string; note: TextRef };
  exhibitSeized: {
    exhibit: string;
    kind: (typeof EXHIBIT_KINDS)[number];
    premises: string | null;
    subject: string | null;
    description: TextRef;
  };
  exhibitHandedOver: { exhibit: string; from: string; to: string; handovers: number; reason: TextRef };
  deviceExtracted: { exhibit: string; where: 'on-scene' | 'laboratory'; result: TextRef };
  exhibitDisposed: { exhibit: string; disposal: (typeof DISPOSALS)[number]; note: TextRef };
}
