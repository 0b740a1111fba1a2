import type { Queries } from '../platform/access/reading';
import { threatModel } from '../platform/scoring/threat-models';
import type { ModelReference } from '../domain/scoring/model.schema';
import { scoreThreat, type ThreatAssessment, type ThreatInputs } from '../domain/scoring/score-threat';

/** What a score is worked out from; operations that began before 0.4.0 name no model. */
export interface ScoringRequest extends ThreatInputs {
  readonly model?: ModelReference | null;
}

export interface ScoringActivities {
  scoreThreat(request: ScoringRequest): Promise<ThreatAssessment>;
}

/** Threat scoring: an activity, so that a unit's own model can stand behind it. A person confirms what it returns. */
export function createScoringActivities(connection: Queries): ScoringActivities {
  return {
    scoreThreat: async ({ model: named = null, factors, confidence, capacity, capability }) => {
      const model = await threatModel(connection, named);
      if (!model) throw new Error(`There is no threat model ${named?.name} of version ${named?.version}`);
      return scoreThreat({ factors, confidence, capacity, capability }, model);
    },
  };
}
