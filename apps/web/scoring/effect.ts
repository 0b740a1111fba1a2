import type { ThreatModel } from '../../../domain/scoring/model.schema';
import { HIGHEST, scoreThreat, type ThreatAssessment } from '../../../domain/scoring/score-threat';
import { sensitivityOf } from '../../../domain/scoring/sensitivity';
import { textAt, type Typed } from '../forms/field';

/** What a factor would do to the risk if it were judged one step lower or higher. */
export interface Step {
  readonly factor: string;
  readonly question: string;
  readonly value: number;
  readonly lower: number | undefined;
  readonly higher: number | undefined;
}

/** What the values chosen so far come to. */
export interface Effect {
  readonly harm: number;
  readonly mostHarm: number;
  readonly likelihood: number;
  readonly mostLikelihood: number;
  /** Factors that have no value yet. */
  readonly left: number;
  /** Once all factors have a value. */
  readonly risk: number | undefined;
  readonly mostRisk: number;
  /** Once they have; the factors on which most hangs first. */
  readonly steps: readonly Step[];
  readonly confidence: string;
  readonly organisationalPosition: number | undefined;
}

/** The effect of what is chosen in the form of a score, complete or not; by the same sums as the score itself. */
export function effectOf(model: ThreatModel, typed: Typed): Effect {
  const chosen = Object.keys(model.factors).map((name) => [name, wholeAt(typed, `factors.${name}`, 0)] as const);
  const left = chosen.filter(([, value]) => value === undefined).length;
  const [capacity, capability] = ['capacity', 'capability'].map((name) => wholeAt(typed, name, 1));
  const values = (missing: number | undefined) => chosen.map(([name, value]) => [name, value ?? missing] as const);
  const scored = (all: readonly (readonly [string, number | undefined])[]): ThreatAssessment =>
    scoreThreat(
      {
        factors: Object.fromEntries(all) as Record<string, number>,
        confidence: wholeAt(typed, 'confidence', 1) ?? 1,
        capacity: capacity ?? 1,
        capability: capability ?? 1,
      },
      model,
    );
  const most = scored(chosen.map(([name]) => [name, HIGHEST]));
  const score = scored(values(0));
  return {
    ...{ harm: score.harm, mostHarm: most.harm, likelihood: score.likelihood, mostLikelihood: most.likelihood, left },
    ...{ risk: left === 0 ? score.risk : undefined, mostRisk: most.risk },
    steps: left === 0 ? stepsOf(score, model) : [],
    confidence: textAt(typed, 'confidence'),
    organisationalPosition: capacity === undefined || capability === undefined ? undefined : capacity + capability,
  };
}

function stepsOf(score: ThreatAssessment, model: ThreatModel): readonly Step[] {
  const steps = sensitivityOf(score, model, []).map(({ factor, lower, higher }) => ({
    factor,
    question: model.factors[factor]?.question ?? factor,
    value: score.inputs.factors[factor] as number,
    lower: lower?.risk,
    higher: higher?.risk,
  }));
  const hangs = ({ lower = score.risk, higher = score.risk }: Step) =>
    Math.max(score.risk - lower, higher - score.risk);
  return [...steps].sort((a, b) => hangs(b) - hangs(a));
}

function wholeAt(typed: Typed, name: string, least: number): number | undefined {
  const text = textAt(typed, name);
  const value = Number(text);
  return text !== '' && Number.isInteger(value) && value >= least && value <= HIGHEST ? value : undefined;
}
