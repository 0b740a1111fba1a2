import type { TextRef } from '../../../text/text';
import type { POWERS, Stage } from '../../codes';

export interface EnforcementEvents {
  enforcementPlanSigned: {
    plan: TextRef;
    policyFile: TextRef;
    premises: readonly { premises: string; address: TextRef; power: (typeof POWERS)[number] }[];
  };
  stageAdvanced: { from: Stage; to: Stage };
}
