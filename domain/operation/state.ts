import type { Force } from '../access/actor';
import type { ThreatAssessment } from '../scoring/morile.v1';
import type { TextRef } from '../text/text';
import type {
  ClosingItem,
  Disruption,
  Grade,
  Marking,
  ProductKind,
  Stage,
  SubjectRole,
  TeamRole,
  ThreatArea,
} from './codes';

/** Raised whenever the shape of the state changes; a stored snapshot of another version is folded anew from events. */
export const FOLD_VERSION = 1;

export type SuspectStatus =
  'suspected' | 'arrested' | 'released-without-charge' | 'charged' | 'sentenced' | 'acquitted' | 'discontinued';

export interface Subject {
  readonly id: string;
  readonly roles: readonly SubjectRole[];
  readonly name: TextRef;
  /** `null` for a person who is not a suspect. */
  readonly suspect: {
    readonly status: SuspectStatus;
    readonly offences: readonly string[];
    readonly months: number | null;
  } | null;
  readonly safeguardingPlan: TextRef | null;
}

export interface EuropolMessage {
  readonly id: string;
  readonly direction: 'out' | 'in';
  /** When an answer is expected; `null` for one that expects none. It stays when the answer has come. */
  readonly dueAt: string | null;
  readonly answered: boolean;
  readonly reminded: boolean;
}

/** One operation, folded from its timeline. Plain JSON: identifiers, codes, dates and references to texts. */
export interface OperationState {
  readonly reference: string;
  readonly sequence: number;
  readonly stage: Stage | 'unopened';
  readonly codename: string | null;
  readonly threatArea: ThreatArea | null;
  readonly leadForce: Force | null;
  readonly marking: Marking | null;
  readonly referral: { readonly by: string; readonly grade: Grade; readonly grounds: TextRef } | null;
  readonly score: {
    readonly assessment: ThreatAssessment;
    readonly by: string;
    readonly confirmedBy: string | null;
  } | null;
  readonly outcome: 'adopted' | 'declined' | 'closed' | null;
  readonly team: readonly { readonly person: string; readonly role: TeamRole }[];
  readonly subjects: readonly Subject[];
  readonly products: readonly { readonly product: ProductKind; readonly status: 'chosen' | 'complete' | 'withdrawn' }[];
  readonly translations: readonly {
    readonly id: string;
    readonly language: string;
    readonly status: 'requested' | 'reported';
  }[];
  readonly package: { readonly version: number; readonly author: string; readonly signedOffBy: string | null } | null;
  readonly liaison: { readonly status: 'none' | 'open' | 'not-needed'; readonly messages: readonly EuropolMessage[] };
  readonly plan: { readonly by: string; readonly premises: readonly string[] } | null;
  readonly closing: {
    readonly disruption: Disruption | null;
    readonly settled: readonly ClosingItem[];
    readonly reviewDate: string | null;
    /** Stage the operation was closed from, which a reopening returns to. */
    readonly from: Stage | null;
  };
  readonly reopening: { readonly requestedBy: string } | null;
  /** Earliest moment of all the operation's clocks. */
  readonly nextDueAt: string | null;
}

/** The state before the first event. */
export function unopened(reference: string): OperationState {
  return {
    reference,
    sequence: 0,
    stage: 'unopened',
    codename: null,
    threatArea: null,
    leadForce: null,
    marking: null,
    referral: null,
    score: null,
    outcome: null,
    team: [],
    subjects: [],
    products: [],
    translations: [],
    package: null,
    liaison: { status: 'none', messages: [] },
    plan: null,
    closing: { disruption: null, settled: [], reviewDate: null, from: null },
    reopening: null,
    nextDueAt: null,
  };
}
