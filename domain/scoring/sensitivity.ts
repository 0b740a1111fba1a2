import type { ThreatModel } from './model.schema';
import { HIGHEST, scoreThreat, type ThreatAssessment } from './score-threat';

/** How many other operations have a score of the same model, by what they are ranked by. */
export interface Standing {
  readonly risk: number;
  readonly organisationalPosition: number;
  readonly count: number;
}

/** What the score would be were one factor another, all else the same. */
export interface Changed {
  readonly value: number;
  readonly risk: number;
  readonly rank: number;
}

export interface Sensitivity {
  readonly factor: string;
  /** One step lower; `null` at 0. */
  readonly lower: Changed | null;
  /** One step higher; `null` at 4. */
  readonly higher: Changed | null;
}

type Ranked = Pick<ThreatAssessment, 'risk' | 'organisationalPosition'>;

/** The place among others, 1 the highest; those of equal risk and organisational position share one. */
export const rankAmong = (score: Ranked, others: readonly Standing[]): number =>
  others.reduce((rank, other) => rank + (isAbove(other, score) ? other.count : 0), 1);

const isAbove = (one: Ranked, other: Ranked) =>
  one.risk > other.risk || (one.risk === other.risk && one.organisationalPosition > other.organisationalPosition);

/**
 * What changing each factor by one step does to risk and rank: a score that a person defends says on which of its judgements
 * the decision hangs.
 *
 * @param others the standing scores of the operations it is ranked among, without its own
 */
export function sensitivityOf(
  { inputs }: ThreatAssessment,
  model: ThreatModel,
  others: readonly Standing[],
): readonly Sensitivity[] {
  return Object.keys(model.factors).map((factor) => {
    const at = inputs.factors[factor] as number;
    const changedTo = (value: number): Changed | null => {
      if (value < 0 || value > HIGHEST) return null;
      const score = scoreThreat({ ...inputs, factors: { ...inputs.factors, [factor]: value } }, model);
      return { value, risk: score.risk, rank: rankAmong(score, others) };
    };
    return { factor, lower: changedTo(at - 1), higher: changedTo(at + 1) };
  });
}
