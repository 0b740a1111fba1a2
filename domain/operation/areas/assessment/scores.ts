import type { OperationState } from '../../state';
import type { ThreatScore } from './state';

/** The scores that count: scorers and models stand side by side. */
export const standingScores = ({ scores }: Pick<OperationState, 'scores'>): readonly ThreatScore[] =>
  scores.filter(({ superseded }) => !superseded);

/** The one score that a person has confirmed, which the tasking decision rests on. */
export const confirmedScore = (state: Pick<OperationState, 'scores'>): ThreatScore | undefined =>
  standingScores(state).find(({ confirmedBy }) => confirmedBy !== null);

/** The risk that an operation counts with: as confirmed, else the highest of the scores that stand; `null` without one. */
export function standingRisk(state: Pick<OperationState, 'scores'>): number | null {
  const risks = standingScores(state).map(({ assessment }) => assessment.risk);
  return confirmedScore(state)?.assessment.risk ?? (risks.length === 0 ? null : Math.max(...risks));
}
