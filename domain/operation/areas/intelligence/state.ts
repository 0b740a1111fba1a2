import type { Force } from '../../../access/actor';
import type { AUTHORISATIONS, Grade } from '../../codes';

export interface IntelligenceReport {
  readonly id: string;
  readonly grade: Grade;
  readonly sanitised: boolean;
}

export interface Dissemination {
  readonly id: string;
  readonly report: string;
  readonly to: Force;
  readonly status: 'sent' | 'acknowledged';
}

/** A covert power that is applied for, with who, when and what. */
export interface Authorisation {
  readonly id: string;
  readonly kind: (typeof AUTHORISATIONS)[number];
  readonly subject: string | null;
  readonly appliedBy: string;
  readonly status: 'applied' | 'granted' | 'refused' | 'cancelled';
  /** Day of effect; `null` until it is granted. */
  readonly from: string | null;
}

export interface IntelligenceState {
  readonly reports: readonly IntelligenceReport[];
  readonly disseminations: readonly Dissemination[];
  readonly authorisations: readonly Authorisation[];
}

export const intelligence: IntelligenceState = { reports: [], disseminations: [], authorisations: [] };
