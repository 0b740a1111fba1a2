import type { Applies } from '../areas';
import type { ReferralEvents } from './events';

export const referral: Applies<ReferralEvents> = {
  referralOpened: (_, { codename, threatArea, leadForce, marking, grade, grounds }, { actor }) => ({
    stage: 'referral',
    codename,
    threatArea,
    leadForce,
    marking,
    referral: { by: actor, grade, grounds },
  }),
  referralSubmitted: () => ({ stage: 'assessment' }),
};
