/**
 * Threat scoring after the MoRiLE tactical matrix (programme slides c. 2015). The national numeric scales and their
 * combination are not public, so the arithmetic is the project default of DOMAIN §2 and is versioned as such: factors
 * 0–4; harm and likelihood are sums; risk = harm × likelihood; confidence stands beside and is never multiplied;
 * organisational position only breaks ties.
 */
export const MORILE_MODEL = 'morile-tactical-project-default';
export const MORILE_VERSION = 1;

export const FACTORS = {
  physicalHarm: { group: 'harm', question: 'How severe is the physical harm to victims?' },
  psychologicalHarm: { group: 'harm', question: 'How severe and lasting is the psychological harm?' },
  financialHarm: { group: 'harm', question: 'What is lost in money, wages or property?' },
  communityHarm: { group: 'harm', question: 'What is the effect on the community and environment?' },
  geographicScope: { group: 'harm', question: 'How far does it reach: local, cross-border, national, international?' },
  victimVulnerability: { group: 'likelihood', question: 'How vulnerable are those exposed to it?' },
  frequency: { group: 'likelihood', question: 'How often does it happen?' },
  scale: { group: 'likelihood', question: 'How many people are involved or affected?' },
} as const;
export type Factor = keyof typeof FACTORS;

/** Each factor 0 (none) to 4 (extreme); confidence and organisational position 1 (low) to 4 (high). */
export interface ThreatInputs {
  readonly factors: Readonly<Record<Factor, number>>;
  readonly confidence: number;
  readonly capacity: number;
  readonly capability: number;
}

export interface FactorShare {
  readonly factor: Factor;
  readonly group: 'harm' | 'likelihood';
  readonly value: number;
  /** How much lower the risk would be were this factor 0, all others unchanged. */
  readonly effect: number;
}

export interface ThreatAssessment {
  readonly model: string;
  readonly version: number;
  readonly inputs: ThreatInputs;
  /** 0–20. */
  readonly harm: number;
  /** 0–12. */
  readonly likelihood: number;
  /** harm × likelihood, 0–240. */
  readonly risk: number;
  readonly confidence: number;
  /** capacity + capability, 2–8; compared only between equal risks. */
  readonly organisationalPosition: number;
  readonly shares: readonly FactorShare[];
}

/**
 * Scores a threat and explains the score factor by factor.
 *
 * @throws RangeError naming the input that is not a whole number in its range
 */
export function scoreThreat(inputs: ThreatInputs): ThreatAssessment {
  const factors = Object.keys(FACTORS) as Factor[];
  for (const factor of factors) requireWhole(factor, inputs.factors[factor], 0);
  for (const key of ['confidence', 'capacity', 'capability'] as const) requireWhole(key, inputs[key], 1);

  const total = (group: FactorShare['group']) =>
    factors.filter((f) => FACTORS[f].group === group).reduce((sum, f) => sum + inputs.factors[f], 0);
  const harm = total('harm');
  const likelihood = total('likelihood');
  return {
    model: MORILE_MODEL,
    version: MORILE_VERSION,
    inputs,
    harm,
    likelihood,
    risk: harm * likelihood,
    confidence: inputs.confidence,
    organisationalPosition: inputs.capacity + inputs.capability,
    shares: factors.map((factor) => {
      const { group } = FACTORS[factor];
      const value = inputs.factors[factor];
      return { factor, group, value, effect: value * (group === 'harm' ? likelihood : harm) };
    }),
  };
}

function requireWhole(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least || value > 4)
    throw new RangeError(`${name} must be a whole number from ${least} to 4`);
}
