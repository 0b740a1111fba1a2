import type {
  APPEAL_OUTCOMES,
  APPEALS,
  DISCLOSURE_DECISIONS,
  DISCLOSURE_SCHEDULES,
  PLEAS,
  REMANDS,
  SENTENCE_KINDS,
  VERDICTS,
} from '../../codes';
import type { TextRef } from '../../../text/text';
import type { Count } from './total-sentence';

export interface ProceedingsEvents {
  arrestRecorded: { subject: string; station: string };
  chargeRecorded: { subject: string; offences: readonly string[] };
  releasedWithoutCharge: { subject: string; reason: TextRef };
  sentenceRecorded: {
    subject: string;
    months: number;
    court: string;
    days?: number | undefined;
    kind?: (typeof SENTENCE_KINDS)[number] | undefined;
    counts?: readonly Count[] | undefined;
    consecutiveTo?: TextRef | undefined;
  };
  proceedingsEnded: { subject: string; outcome: 'acquitted' | 'discontinued'; reason: TextRef };
  detentionAuthorised: { subject: string; grounds: TextRef };
  detentionReviewed: { subject: string; review: number; outcome: 'continued' | 'release'; note: TextRef };
  bailed: { subject: string; until: string; conditions: TextRef | null };
  releasedUnderInvestigation: { subject: string; reason: TextRef };
  chargeRequested: { subject: string; summary: TextRef };
  youthRecorded: { subject: string };
  disclosureItemListed: { item: string; schedule: (typeof DISCLOSURE_SCHEDULES)[number]; description: TextRef };
  disclosureItemAmended: { item: string; description: TextRef };
  disclosureDecided: { item: string; decision: (typeof DISCLOSURE_DECISIONS)[number]; reason: TextRef };
  remandRecorded: { subject: string; remand: (typeof REMANDS)[number]; court: string };
  sentForTrial: { subject: string; court: string };
  pleaRecorded: { subject: string; plea: (typeof PLEAS)[number] };
  trialListed: { subject: string; court: string; date: string };
  verdictRecorded: { subject: string; verdict: (typeof VERDICTS)[number] };
  appealLodged: { subject: string; against: (typeof APPEALS)[number]; grounds: TextRef };
  appealDecided: { subject: string; outcome: (typeof APPEAL_OUTCOMES)[number]; months: number | null };
  confiscationBegun: { subject: string; benefitPence: number; receipts: TextRef };
  confiscationOrdered: { subject: string; pence: number; court: string };
  surrendered: { subject: string; country: string; warrant: 'EAW' | 'TaCA' };
  deathRecorded: { subject: string; note: TextRef };
}
