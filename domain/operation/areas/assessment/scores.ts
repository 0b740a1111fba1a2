import type { OperationState } from '../../state';
import type { ThreatScore } from './state';

/** The scores that count: scorers and models stand side by side. */
export const standingScores = ({ scores }: Pick<OperationState, 'scores'>): readonly ThreatScore[] =>
  scores.filter(({ superseded }) => !superseded);

/** The one score that a person has confirmed, which the tasking decision rests on. */
export const confirmedScore = (state: Pick<OperationState, 'scores'>): ThreatScore | undefined =>
  standingScores(state).find(({ confirmedBy }) => confirmedBy !== null);
