import { momentsOf, periodOf } from './period';

describe('a period', () => {
  it.each(['7 12 2026', '07/12/2026', '7.12.26', '7 Dec 2026', '7 December 2026', '2026-12-07'])(
    'is read as people write days: %s',
    (from) => {
      expect(periodOf({ from })).toEqual({ typed: { from, to: '' }, from: '2026-12-07', errors: {} });
    },
  );

  it('is open where nothing was given', () => {
    expect(periodOf({ from: ' ' })).toEqual({ typed: { from: '', to: '' }, errors: {} });
    expect(momentsOf({})).toEqual({});
  });

  it.each(['31 2 2026', 'yesterday', '7 12', '7 12 1026'])('is no day: %s', (to) => {
    expect(periodOf({ to }).errors).toEqual({ to: 'Give a real last day, such as 7 12 2026' });
  });

  it('does not end before it begins', () => {
    const { errors, ...period } = periodOf({ from: '8 12 2026', to: '7 12 2026' });
    expect(errors).toEqual({ to: 'Give a last day that is not before the first' });
    expect(period).not.toHaveProperty('from');
  });

  it('goes from the first moment of its first day to the end of its last, by the clocks of the United Kingdom', () => {
    expect(momentsOf({ from: '2026-03-28', to: '2026-03-29' })).toEqual({
      from: '2026-03-28T00:00:00.000Z',
      to: '2026-03-29T23:00:00.000Z',
    });
  });
});
