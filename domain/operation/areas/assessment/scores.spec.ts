import { HIGH_THREAT, scoreOf } from '../../../../test/support/threat-inputs';
import { scoreThreat } from '../../../scoring/score-threat';
import { standingRisk } from './scores';

const low = scoreOf();
const high = scoreOf({ id: 'T2', assessment: scoreThreat(HIGH_THREAT) });

describe('the risk that an operation counts with', () => {
  it('is the highest of the scores that stand', () => {
    expect(standingRisk({ scores: [low, high] })).toBe(150);
    expect(standingRisk({ scores: [low, { ...high, superseded: true }] })).toBe(15);
  });

  it('is that of the confirmed score, also where another is higher', () => {
    expect(standingRisk({ scores: [{ ...low, confirmedBy: 'tasking' }, high] })).toBe(15);
    expect(standingRisk({ scores: [{ ...low, confirmedBy: 'tasking', superseded: true }, high] })).toBe(150);
  });

  it('is none without a score', () => {
    expect(standingRisk({ scores: [] })).toBeNull();
  });
});
