import { recoveryPeriod } from './recovery-period';

describe('the recovery period', () => {
  it('had 45 days beginning with the decision, as at the time of Derail', () => {
    expect(recoveryPeriod('2021-12-10')).toMatchObject({ days: 45, lastDay: '2022-01-23' });
    expect(recoveryPeriod('2022-12-12')).toMatchObject({ days: 45, lastDay: '2023-01-25' });
  });

  it('has 30 days where the decision is of 13 December 2022 or later', () => {
    expect(recoveryPeriod('2022-12-13')).toMatchObject({ days: 30, lastDay: '2023-01-11' });
  });
});
