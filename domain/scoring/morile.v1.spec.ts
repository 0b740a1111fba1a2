import { HIGH_THREAT } from '../../test/support/threat-inputs';
import fc from 'fast-check';
import { FACTORS, scoreThreat, type Factor, type ThreatInputs } from './morile.v1';

const names = Object.keys(FACTORS) as Factor[];
const inputs: fc.Arbitrary<ThreatInputs> = fc.record({
  factors: fc.record(
    Object.fromEntries(names.map((name) => [name, fc.integer({ min: 0, max: 4 })])) as Record<
      Factor,
      fc.Arbitrary<number>
    >,
  ),
  confidence: fc.integer({ min: 1, max: 4 }),
  capacity: fc.integer({ min: 1, max: 4 }),
  capability: fc.integer({ min: 1, max: 4 }),
});
const withFactor = (given: ThreatInputs, factor: Factor, value: number): ThreatInputs => ({
  ...given,
  factors: { ...given.factors, [factor]: value },
});

describe('the MoRiLE project default', () => {
  it('works out the example of the documentation: harm 15, likelihood 10, risk 150', () => {
    const scored = scoreThreat(HIGH_THREAT);
    expect(scored).toMatchObject({
      version: 1,
      harm: 15,
      likelihood: 10,
      risk: 150,
      confidence: 3,
      organisationalPosition: 5,
    });
    expect(scored.shares.find(({ factor }) => factor === 'psychologicalHarm')).toEqual({
      factor: 'psychologicalHarm',
      group: 'harm',
      value: 4,
      effect: 40,
    });
  });

  it('stays between 0 and 240', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { risk } = scoreThreat(given);
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(risk).toBeLessThanOrEqual(240);
      }),
    );
  });

  it('never falls when a factor rises', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...names), (given, factor) => {
        const value = given.factors[factor];
        fc.pre(value < 4);
        expect(scoreThreat(withFactor(given, factor, value + 1)).risk).toBeGreaterThanOrEqual(scoreThreat(given).risk);
      }),
    );
  });

  it('shows confidence and organisational position beside the risk and never in it', () => {
    fc.assert(
      fc.property(inputs, inputs, (given, other) => {
        const { confidence, capacity, capability } = other;
        expect(scoreThreat({ ...given, confidence, capacity, capability }).risk).toBe(scoreThreat(given).risk);
      }),
    );
  });

  it('explains each factor by what the risk would lose without it', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { risk, shares } = scoreThreat(given);
        for (const { factor, effect } of shares)
          expect(risk - scoreThreat(withFactor(given, factor, 0)).risk).toBe(effect);
      }),
    );
  });

  it.each([5, -1, 1.5, NaN])('refuses a factor of %p by its name', (value) => {
    const [given] = fc.sample(inputs, 1) as [ThreatInputs];
    expect(() => scoreThreat(withFactor(given, 'scale', value))).toThrow(/scale/);
  });
});
