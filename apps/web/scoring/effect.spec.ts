import { MORILE_TACTICAL } from '../../../domain/scoring/morile-tactical.v1';
import { scoreThreat } from '../../../domain/scoring/score-threat';
import { effectOf } from './effect';

const FACTORS = Object.keys(MORILE_TACTICAL.factors);
const chosen = (value: string, factors = FACTORS) =>
  Object.fromEntries(factors.map((factor) => [`factors.${factor}`, value]));

describe('the effect of a score that is being filled in', () => {
  it('is the sums of what is chosen, and no risk while a factor has no value', () => {
    const effect = effectOf(MORILE_TACTICAL, chosen('2', FACTORS.slice(0, 3)));
    expect(effect).toMatchObject({ harm: 6, likelihood: 0, left: FACTORS.length - 3, risk: undefined, steps: [] });
  });

  it('is what the score itself will be once all have one', () => {
    const typed = { ...chosen('3'), confidence: '2', capacity: '2', capability: '4' };
    const factors = Object.fromEntries(FACTORS.map((factor) => [factor, 3]));
    const score = scoreThreat({ factors, confidence: 2, capacity: 2, capability: 4 });
    const { harm, likelihood, risk, organisationalPosition } = effectOf(MORILE_TACTICAL, typed);
    const { harm: h, likelihood: l, risk: r, organisationalPosition: o } = score;
    expect([harm, likelihood, risk, organisationalPosition]).toEqual([h, l, r, o]);
  });

  it('shows first the factor on which most hangs, and no step beyond the scale', () => {
    const { steps, risk } = effectOf(MORILE_TACTICAL, { ...chosen('2'), 'factors.frequency': '4' });
    const frequency = steps.find(({ factor }) => factor === 'frequency');
    expect(frequency).toMatchObject({ value: 4, higher: undefined });
    const [first, second] = steps.map(({ lower = 0 }) => (risk ?? 0) - lower);
    expect(first).toBeGreaterThanOrEqual(second ?? 0);
  });

  it('takes for no value what is none of the scale', () => {
    expect(effectOf(MORILE_TACTICAL, chosen('7')).left).toBe(FACTORS.length);
  });
});
