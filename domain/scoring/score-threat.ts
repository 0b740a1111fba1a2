import type { FactorGroup, ThreatModel } from './model.schema';
import { MORILE_TACTICAL } from './morile-tactical.v1';

/** Each factor of the model 0 (none) to 4 (extreme); confidence and organisational position 1 (low) to 4 (high). */
export interface ThreatInputs {
  readonly factors: Readonly<Record<string, number>>;
  readonly confidence: number;
  readonly capacity: number;
  readonly capability: number;
}

export interface FactorShare {
  readonly factor: string;
  readonly group: FactorGroup;
  readonly value: number;
  /** How much lower the risk would be were this factor 0, all others unchanged. */
  readonly effect: number;
}

export interface ThreatAssessment {
  readonly model: string;
  readonly version: number;
  readonly inputs: ThreatInputs;
  /** Σ weight × value of the factors of harm. */
  readonly harm: number;
  /** Σ weight × value of the factors of likelihood. */
  readonly likelihood: number;
  /** harm × likelihood. */
  readonly risk: number;
  readonly confidence: number;
  /** capacity + capability, 2–8; compared only between equal risks. */
  readonly organisationalPosition: number;
  readonly shares: readonly FactorShare[];
}

export const HIGHEST = 4;

/**
 * Scores a threat and explains the score factor by factor (DOMAIN §2): harm and likelihood are weighted sums of the model's
 * factors; risk = harm × likelihood; confidence stands beside and is never multiplied; organisational position only breaks
 * ties.
 *
 * @throws RangeError naming the input that is not a whole number in its range, is missing, or is none of the model's
 */
export function scoreThreat(inputs: ThreatInputs, model: ThreatModel = MORILE_TACTICAL): ThreatAssessment {
  const [problem] = problemsWith(inputs.factors, model);
  if (problem !== undefined) throw new RangeError(problem);
  const factors = Object.entries(model.factors).map(([factor, { group, weight }]) => {
    const value = inputs.factors[factor] as number;
    requireWhole(factor, value, 0);
    return { factor, group, value, weighted: weight * value };
  });
  for (const key of ['confidence', 'capacity', 'capability'] as const) requireWhole(key, inputs[key], 1);

  const total = (of: FactorGroup) =>
    factors.filter(({ group }) => group === of).reduce((sum, { weighted }) => sum + weighted, 0);
  const harm = total('harm');
  const likelihood = total('likelihood');
  return {
    model: model.name,
    version: model.version,
    inputs,
    harm,
    likelihood,
    risk: harm * likelihood,
    confidence: inputs.confidence,
    organisationalPosition: inputs.capacity + inputs.capability,
    shares: factors.map(({ factor, group, value, weighted }) => ({
      ...{ factor, group, value },
      effect: weighted * (group === 'harm' ? likelihood : harm),
    })),
  };
}

/** In what the values given are not those of the model's factors: a sentence each. */
export function problemsWith(given: Readonly<Record<string, unknown>>, { factors, title }: ThreatModel): string[] {
  const missing = Object.keys(factors).filter((factor) => !(factor in given));
  const unknown = Object.keys(given).filter((factor) => !(factor in factors));
  return [
    ...(missing.length > 0 ? [`Give ${missing.join(', ')} too: “${title}” asks for each of its factors.`] : []),
    ...(unknown.length > 0 ? [`Leave out ${unknown.join(', ')}: “${title}” has no such factor.`] : []),
  ];
}

function requireWhole(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least || value > HIGHEST)
    throw new RangeError(`${name} must be a whole number from ${least} to ${HIGHEST}`);
}
