import fc from 'fast-check';
import { HIGH_THREAT } from '../../test/support/threat-inputs';
import { MORILE_TACTICAL } from './morile-tactical.v1';
import { scoreThreat } from './score-threat';
import { rankAmong, sensitivityOf, type Standing } from './sensitivity';

const score = scoreThreat(HIGH_THREAT);
const at = (risk: number, organisationalPosition = 5, count = 1): Standing => ({ risk, organisationalPosition, count });
const others = fc.array(
  fc.record({
    risk: fc.integer({ min: 0, max: 240 }),
    organisationalPosition: fc.integer({ min: 2, max: 8 }),
    count: fc.integer({ min: 1, max: 5 }),
  }),
);

describe('the rank of a score', () => {
  it('counts those of a higher risk, and of an equal risk and a higher organisational position', () => {
    expect(rankAmong(score, [])).toBe(1);
    expect(rankAmong(score, [at(151), at(150, 6, 2), at(150), at(150, 4), at(149, 8)])).toBe(4);
  });
});

describe('the sensitivity of a score', () => {
  it('says what one step does to risk and rank', () => {
    const [physicalHarm] = sensitivityOf(score, MORILE_TACTICAL, [at(155), at(145), at(10)]);
    expect(physicalHarm).toEqual({
      factor: 'physicalHarm',
      lower: { value: 2, risk: 140, rank: 3 },
      higher: { value: 4, risk: 160, rank: 1 },
    });
  });

  it('has no step beyond the scale', () => {
    const sensitivity = sensitivityOf(score, MORILE_TACTICAL, []);
    expect(sensitivity.find(({ factor }) => factor === 'psychologicalHarm')?.higher).toBeNull();
    expect(sensitivity.every(({ lower }) => lower !== null)).toBe(true);
  });

  it('never ranks a higher factor below a lower one', () => {
    fc.assert(
      fc.property(others, (given) => {
        const rank = rankAmong(score, given);
        for (const { lower, higher } of sensitivityOf(score, MORILE_TACTICAL, given)) {
          expect(lower?.rank ?? rank).toBeGreaterThanOrEqual(rank);
          expect(higher?.rank ?? rank).toBeLessThanOrEqual(rank);
        }
      }),
    );
  });
});
