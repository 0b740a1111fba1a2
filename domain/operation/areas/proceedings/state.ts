import type { DISCLOSURE_DECISIONS, DISCLOSURE_SCHEDULES, PLEAS, REMANDS, SENTENCE_KINDS, VERDICTS } from '../../codes';

export type SuspectStatus =
  | 'suspected'
  | 'arrested'
  | 'bailed'
  | 'released-under-investigation'
  | 'released-without-charge'
  | 'charged'
  | 'sentenced'
  | 'acquitted'
  | 'discontinued'
  | 'reclassified'
  | 'surrendered'
  | 'died';

/** One suspect from arrest to sentence: a sub-machine of the operation. */
export interface Suspect {
  readonly status: SuspectStatus;
  readonly offences: readonly string[];
  /** Months of the sentence; with `days` the whole of it. */
  readonly months: number | null;
  readonly days: number;
  readonly sentence: (typeof SENTENCE_KINDS)[number] | null;
  readonly youth: boolean;
  readonly detention: { readonly reviews: number } | null;
  /** Last day of pre-charge bail, as YYYY-MM-DD. */
  readonly bailUntil: string | null;
  readonly chargeRequested: boolean;
  readonly remand: (typeof REMANDS)[number] | null;
  readonly sent: boolean;
  readonly plea: (typeof PLEAS)[number] | null;
  readonly trial: string | null;
  readonly verdict: (typeof VERDICTS)[number] | null;
  readonly appeal: 'lodged' | 'decided' | null;
  readonly confiscation: { readonly status: 'begun' | 'ordered'; readonly pence: number } | null;
}

export const SUSPECTED: Suspect = {
  status: 'suspected',
  offences: [],
  months: null,
  days: 0,
  sentence: null,
  youth: false,
  detention: null,
  bailUntil: null,
  chargeRequested: false,
  remand: null,
  sent: false,
  plea: null,
  trial: null,
  verdict: null,
  appeal: null,
  confiscation: null,
};

/** What is over once nothing runs against a suspect any more: custody, bail, remand, and confiscation with the conviction. */
export const NOTHING_PENDING = {
  detention: null,
  bailUntil: null,
  chargeRequested: false,
  remand: null,
  confiscation: null,
} as const satisfies Partial<Suspect>;

/** One line of a disclosure schedule. */
export interface DisclosureItem {
  readonly id: string;
  readonly schedule: (typeof DISCLOSURE_SCHEDULES)[number];
  readonly decision: (typeof DISCLOSURE_DECISIONS)[number] | null;
}

export interface ProceedingsState {
  readonly disclosure: readonly DisclosureItem[];
}

export const proceedings: ProceedingsState = { disclosure: [] };
