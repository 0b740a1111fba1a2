import type { Force } from '../../../access/actor';
import type { TextRef } from '../../../text/text';
import type { Grade, Marking, OPERATION_LINKS, REFERRAL_SOURCES, Stage, ThreatArea } from '../../codes';

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
  referralSourceRecorded: {
    source: (typeof REFERRAL_SOURCES)[number];
    consent: boolean;
    anonymous: boolean;
    contact: TextRef | null;
  };
  referralReturned: { questions: TextRef };
  questionsAnswered: { answers: TextRef };
  referralWithdrawn: { from: Stage; reason: TextRef };
  operationLinked: { link: string; operation: string; kind: (typeof OPERATION_LINKS)[number]; reason: TextRef };
  operationUnlinked: { link: string; reason: TextRef };
  markingChanged: { marking: Marking; reason: TextRef };
  handedOver: { leadForce: Force; reason: TextRef };
}
