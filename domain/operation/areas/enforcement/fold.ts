import type { Applies } from '../areas';
import type { EnforcementEvents } from './events';

export const enforcement: Applies<EnforcementEvents> = {
  enforcementPlanSigned: (_, { premises }, { actor }) => ({
    plan: { by: actor, premises: premises.map((entry) => entry.premises) },
  }),
  stageAdvanced: (_, { to }) => ({ stage: to }),
};
