import type { TextRef } from '../../../text/text';
import type { ASSETS, ClosingItem, Disruption, OUTCOMES, RETENTION_GROUPS, Stage } from '../../codes';

export interface ClosureEvents {
  disruptionAssessed: { disruption: Disruption; rationale: TextRef };
  closingItemSettled: { item: ClosingItem; outcome: (typeof OUTCOMES)[number]; note: TextRef };
  debriefRecorded: { debrief: TextRef; reviewDate: string };
  operationClosed: { from: Stage };
  reopeningRequested: { reason: TextRef };
  reopeningApproved: { to: Stage };
  reopeningWithdrawn: { reason: TextRef };
  rollbackRequested: { to: Stage; reason: TextRef };
  rollbackApproved: { from: Stage; to: Stage };
  rollbackRefused: { reason: TextRef };
  targetDisrupted: { target: string; disruption: Disruption; rationale: TextRef };
  assetRecovered: { kind: (typeof ASSETS)[number]; pence: number; note: TextRef };
  benefitEstimated: { pencePerDay: number; victims: number; days: number; pence: number; method: TextRef };
  lessonRecorded: { lesson: TextRef };
  retentionSet: { group: (typeof RETENTION_GROUPS)[number]; reason: TextRef };
}
