import type { EXPLOITATIONS, VICTIM_AGES } from '../../codes';

/** A potential victim through the National Referral Mechanism; the identity lies in a record of its own. */
export interface Victim {
  /** The subject it is about. */
  readonly id: string;
  readonly age: (typeof VICTIM_AGES)[number];
  readonly exploitation: readonly (typeof EXPLOITATIONS)[number][];
  readonly consent: boolean | null;
  /** Codes of themes of the support-need assessment. */
  readonly needs: readonly string[];
  readonly notified: 'nrm' | 'duty-to-notify' | null;
  readonly reasonableGrounds: boolean | null;
  readonly conclusiveGrounds: boolean | null;
  readonly accommodated: boolean;
  readonly returnedTo: string | null;
  readonly handedOver: boolean;
}

export interface SafeguardingState {
  readonly victims: readonly Victim[];
}

export const safeguarding: SafeguardingState = { victims: [] };
