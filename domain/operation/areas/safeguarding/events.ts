import type { TextRef } from '../../../text/text';
import type { EXPLOITATIONS, VICTIM_AGES } from '../../codes';

export interface SafeguardingEvents {
  victimRecordOpened: {
    victim: string;
    age: (typeof VICTIM_AGES)[number];
    exploitation: readonly (typeof EXPLOITATIONS)[number][];
    identity: TextRef;
  };
  needsAssessed: { victim: string; needs: readonly string[]; note: TextRef };
  consentRecorded: { victim: string; consent: boolean };
  referredToNrm: { victim: string };
  dutyToNotifyDone: { victim: string };
  reasonableGroundsDecided: { victim: string; positive: boolean };
  conclusiveGroundsDecided: { victim: string; positive: boolean };
  reconsiderationRequested: { victim: string; of: 'reasonable-grounds' | 'conclusive-grounds'; reason: TextRef };
  supportRecorded: { victim: string; note: TextRef };
  accommodationRecorded: { victim: string; place: TextRef };
  returnRecorded: { victim: string; country: string };
  safeguardingHandedOver: { victim: string; to: TextRef };
}
