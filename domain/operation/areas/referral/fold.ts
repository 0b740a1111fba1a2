import type { Applies } from '../areas';
import { changed } from '../entities';
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
  referralSubmitted: () => ({ stage: 'assessment', returned: null }),
  referralSourceRecorded: (_, { source, consent, anonymous }) => ({ source: { kind: source, consent, anonymous } }),
  referralReturned: () => ({ stage: 'referral', returned: 'waiting' }),
  questionsAnswered: () => ({ returned: 'answered' }),
  referralWithdrawn: ({ closing }, { from }) => ({
    stage: 'closed',
    outcome: 'withdrawn',
    closing: { ...closing, from },
  }),
  operationLinked: ({ links }, { link, operation, kind }) => ({
    links: [...links, { id: link, operation, kind, removed: false }],
  }),
  operationUnlinked: ({ links }, { link }) => ({ links: changed(links, link, { removed: true }) }),
  markingChanged: (_, { marking }) => ({ marking }),
  handedOver: (_, { leadForce }) => ({ leadForce }),
};
