import type { Force } from '../../../access/actor';
import type { TextRef } from '../../../text/text';
import type { Grade, Marking, ThreatArea } from '../../codes';

export interface ReferralEvents {
  referralOpened: {
    codename: string | null;
    threatArea: ThreatArea;
    leadForce: Force;
    marking: Marking;
    grade: Grade;
    grounds: TextRef;
    handlingConditions: TextRef | null;
  };
  referralSubmitted: Record<string, never>;
}
