import type { EXHIBIT_KINDS, WARRANTS } from '../../codes';

export interface Warrant {
  readonly id: string;
  readonly premises: string;
  readonly power: (typeof WARRANTS)[number];
  readonly status: 'applied' | 'granted' | 'refused' | 'executed' | 'returned';
}

/** A digital media investigator asked for at short notice. */
export interface MediaRequest {
  readonly id: string;
  readonly premises: string;
  readonly person: string | null;
  readonly status: 'asked' | 'assigned' | 'on-scene';
}

/** Chain of custody: who holds it, and how often it was handed over. */
export interface Exhibit {
  readonly id: string;
  readonly kind: (typeof EXHIBIT_KINDS)[number];
  readonly holder: string;
  readonly handovers: number;
  readonly extracted: boolean;
  readonly status: 'held' | 'disposed';
}

export interface EnforcementState {
  readonly plan: { readonly by: string; readonly premises: readonly string[] } | null;
  readonly days: readonly { readonly date: string; readonly debriefed: boolean }[];
  readonly warrants: readonly Warrant[];
  readonly mediaRequests: readonly MediaRequest[];
  readonly exhibits: readonly Exhibit[];
  /** Entries of the policy file and searches: counted here, told on the timeline. */
  readonly policyDecisions: number;
  readonly searches: number;
}

export const enforcement: EnforcementState = {
  plan: null,
  days: [],
  warrants: [],
  mediaRequests: [],
  exhibits: [],
  policyDecisions: 0,
  searches: 0,
};
