import type { Force } from '../../../access/actor';
import type { TextRef } from '../../../text/text';
import type { Grade, Marking, OPERATION_LINKS, REFERRAL_SOURCES, ThreatArea } from '../../codes';

export interface ReferralState {
  readonly codename: string | null;
  readonly threatArea: ThreatArea | null;
  readonly leadForce: Force | null;
  readonly marking: Marking | null;
  readonly referral: { readonly by: string; readonly grade: Grade; readonly grounds: TextRef } | null;
  /** Where the referral came from; `null` for a force's own. */
  readonly source: {
    readonly kind: (typeof REFERRAL_SOURCES)[number];
    readonly consent: boolean;
    readonly anonymous: boolean;
  } | null;
  /** Assessment has sent it back, and whether its questions wait for answers. */
  readonly returned: 'waiting' | 'answered' | null;
  readonly links: readonly {
    readonly id: string;
    readonly operation: string;
    readonly kind: (typeof OPERATION_LINKS)[number];
    readonly removed: boolean;
  }[];
}

export const referral: ReferralState = {
  codename: null,
  threatArea: null,
  leadForce: null,
  marking: null,
  referral: null,
  source: null,
  returned: null,
  links: [],
};
