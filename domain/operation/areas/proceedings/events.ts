import type { TextRef } from '../../../text/text';

export interface ProceedingsEvents {
  arrestRecorded: { subject: string; station: string };
  chargeRecorded: { subject: string; offences: readonly string[] };
  releasedWithoutCharge: { subject: string; reason: TextRef };
  sentenceRecorded: { subject: string; months: number; court: string };
  proceedingsEnded: { subject: string; outcome: 'acquitted' | 'discontinued'; reason: TextRef };
}
