import type { Force } from '../access/actor';
import type { ThreatAssessment } from '../scoring/morile.v1';
import type { TextRef } from '../text/text';
import type {
  ClosingItem,
  Disruption,
  Grade,
  Marking,
  OUTCOMES,
  POWERS,
  ProductKind,
  SIENA_HANDLING,
  SIENA_INFORMATION,
  SIENA_SOURCE,
  Stage,
  SubjectRole,
  TeamRole,
  ThreatArea,
} from './codes';

/**
 * WARNING: these payloads are kept for ever and hashed into chains. Never change the meaning of a stored version: add a
 * new version of the event and teach `fold` both. They hold identifiers, codes, dates and {@link TextRef}s only.
 */
export interface EventPayloads {
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
  threatScoreRecorded: { assessment: ThreatAssessment; rationale: TextRef };
  threatScoreConfirmed: { risk: number };
  adopted: { codename: string; products: readonly ProductKind[]; rationale: TextRef };
  declined: { rationale: TextRef };
  teamAssigned: { person: string; role: TeamRole };
  subjectAdded: { subject: string; roles: readonly SubjectRole[]; name: TextRef; grounds: TextRef };
  productCompleted: { product: ProductKind; summary: TextRef };
  productWithdrawn: { product: ProductKind; reason: TextRef };
  translationRequested: { translation: string; language: string; extract: TextRef };
  translationReported: { translation: string; outcome: 'translated' | 'needs-qualified-translator' };
  packageSubmitted: { version: number; summary: TextRef };
  packageSignedOff: { version: number };
  europolLiaisonOpened: { country: string; purpose: TextRef };
  europolLiaisonNotNeeded: { reason: TextRef };
  europolMessageRecorded: {
    message: string;
    direction: 'out' | 'in';
    answers: string | null;
    evaluation: { source: (typeof SIENA_SOURCE)[number]; information: (typeof SIENA_INFORMATION)[number] };
    handling: (typeof SIENA_HANDLING)[number];
    content: TextRef;
    dueAt: string | null;
  };
  europolReminderRaised: { message: string; dueAt: string };
  safeguardingPlanRecorded: { subject: string; plan: TextRef };
  enforcementPlanSigned: {
    plan: TextRef;
    policyFile: TextRef;
    premises: readonly { premises: string; address: TextRef; power: (typeof POWERS)[number] }[];
  };
  stageAdvanced: { from: Stage; to: Stage };
  arrestRecorded: { subject: string; station: string };
  chargeRecorded: { subject: string; offences: readonly string[] };
  releasedWithoutCharge: { subject: string; reason: TextRef };
  sentenceRecorded: { subject: string; months: number; court: string };
  proceedingsEnded: { subject: string; outcome: 'acquitted' | 'discontinued'; reason: TextRef };
  disruptionAssessed: { disruption: Disruption; rationale: TextRef };
  closingItemSettled: { item: ClosingItem; outcome: (typeof OUTCOMES)[number]; note: TextRef };
  debriefRecorded: { debrief: TextRef; reviewDate: string };
  operationClosed: { from: Stage };
  reopeningRequested: { reason: TextRef };
  reopeningApproved: { to: Stage };
}

export type EventType = keyof EventPayloads;

/** An event as decided: what happened, not yet recorded. `happenedAt` is set where it differs from the command's own. */
export type DecidedEvent = {
  [T in EventType]: { readonly type: T; readonly version: number; readonly payload: EventPayloads[T] };
}[EventType];

/** What `fold` reads of a recorded event; the hashes stay in the database. Times are RFC 3339 UTC, milliseconds. */
export type OperationEvent = DecidedEvent & {
  readonly sequence: number;
  readonly happenedAt: string;
  readonly occurredAt: string;
  readonly actor: string;
};

/** Builds a decided event in its current version. */
export function event<T extends EventType>(type: T, payload: EventPayloads[T], version = 1): DecidedEvent {
  return { type, version, payload } as DecidedEvent;
}
