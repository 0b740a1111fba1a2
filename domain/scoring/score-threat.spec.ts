import { HIGH_THREAT } from '../../test/support/threat-inputs';
import fc from 'fast-check';
import { MORILE_TACTICAL } from './morile-tactical.v1';
import type { ThreatModel } from './model.schema';
import { scoreThreat, type ThreatInputs } from './score-threat';

const names = Object.keys(MORILE_TACTICAL.factors);
const inputs: fc.Arbitrary<ThreatInputs> = fc.record({
  factors: fc.record(Object.fromEntries(names.map((name) => [name, fc.integer({ min: 0, max: 4 })]))),
  confidence: fc.integer({ min: 1, max: 4 }),
  capacity: fc.integer({ min: 1, max: 4 }),
  capability: fc.integer({ min: 1, max: 4 }),
});
const withFactor = (given: ThreatInputs, factor: string, value: number): ThreatInputs => ({
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
        const value = given.factors[factor] as number;
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

describe("a unit's own model", () => {
  const guidance = ['None.', 'Little.', 'Some.', 'Much.', 'All.'];
  const model: ThreatModel = {
    name: 'own',
    version: 2,
    title: 'Our own',
    factors: {
      reach: { group: 'harm', question: 'How far?', guidance, weight: 3 },
      loss: { group: 'harm', question: 'How much?', guidance, weight: 1 },
      pace: { group: 'likelihood', question: 'How often?', guidance, weight: 2 },
    },
  };
  const given = { confidence: 1, capacity: 1, capability: 1 };

  it('weighs its factors as it says: 3 × 2 + 4 = 10, by 2 × 3 = 6, is 60', () => {
    const scored = scoreThreat({ ...given, factors: { reach: 2, loss: 4, pace: 3 } }, model);
    expect(scored).toMatchObject({ model: 'own', version: 2, harm: 10, likelihood: 6, risk: 60 });
    expect(scored.shares.map(({ factor, effect }) => [factor, effect])).toEqual([
      ['reach', 36],
      ['loss', 24],
      ['pace', 60],
    ]);
  });

  it.each([
    [{ reach: 1, loss: 1 }, /Give pace too/],
    [{ reach: 1, loss: 1, pace: 1, scale: 1 }, /Leave out scale/],
  ])('asks for its own factors: not %p', (factors, problem) => {
    expect(() => scoreThreat({ ...given, factors }, model)).toThrow(problem);
  });
});
