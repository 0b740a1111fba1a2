import type { Force } from '../../../access/actor';
import type { TextRef } from '../../../text/text';
import type { Grade, Marking, ThreatArea } from '../../codes';

export interface ReferralState {
  readonly codename: string | null;
  readonly threatArea: ThreatArea | null;
  readonly leadForce: Force | null;
  readonly marking: Marking | null;
  readonly referral: { readonly by: string; readonly grade: Grade; readonly grounds: TextRef } | null;
}

export const referral: ReferralState = {
  codename: null,
  threatArea: null,
  leadForce: null,
  marking: null,
  referral: null,
};
