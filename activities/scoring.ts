import { scoreThreat, type ThreatAssessment, type ThreatInputs } from '../domain/scoring/morile.v1';

export interface ScoringActivities {
  scoreThreat(inputs: ThreatInputs): Promise<ThreatAssessment>;
}

/** Threat scoring: an activity, so that a unit's own model can stand behind it. A person confirms what it returns. */
export function createScoringActivities(): ScoringActivities {
  return {
    scoreThreat: async ({ factors, confidence, capacity, capability }) =>
      scoreThreat({ factors, confidence, capacity, capability }),
  };
}
