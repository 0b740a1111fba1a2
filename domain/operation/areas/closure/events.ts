import type { TextRef } from '../../../text/text';
import type { ClosingItem, Disruption, OUTCOMES, Stage } from '../../codes';

export interface ClosureEvents {
  disruptionAssessed: { disruption: Disruption; rationale: TextRef };
  closingItemSettled: { item: ClosingItem; outcome: (typeof OUTCOMES)[number]; note: TextRef };
  debriefRecorded: { debrief: TextRef; reviewDate: string };
  operationClosed: { from: Stage };
  reopeningRequested: { reason: TextRef };
  reopeningApproved: { to: Stage };
}
