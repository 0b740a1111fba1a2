import type { ThreatScore } from '../../domain/operation/areas/assessment/state';
import { scoreThreat, type ThreatInputs } from '../../domain/scoring/score-threat';

/** Harm 15, likelihood 10, risk 150. */
export const HIGH_THREAT: ThreatInputs = {
  factors: {
    physicalHarm: 3,
    psychologicalHarm: 4,
    financialHarm: 2,
    communityHarm: 2,
    geographicScope: 4,
    victimVulnerability: 4,
    frequency: 3,
    scale: 3,
  },
  confidence: 3,
  capacity: 2,
  capability: 3,
};

/** Harm 5, likelihood 3, risk 15. */
export const LOW_THREAT: ThreatInputs = {
  factors: {
    physicalHarm: 1,
    psychologicalHarm: 1,
    financialHarm: 1,
    communityHarm: 1,
    geographicScope: 1,
    victimVulnerability: 1,
    frequency: 1,
    scale: 1,
  },
  confidence: 2,
  capacity: 2,
  capability: 2,
};

/** A score as an operation holds it, of LOW_THREAT unless told. */
export const scoreOf = (given: Partial<ThreatScore> = {}): ThreatScore => ({
  id: 'T1',
  assessment: scoreThreat(LOW_THREAT),
  evidence: [],
  by: 'analyst',
  confirmedBy: null,
  superseded: false,
  ...given,
});
