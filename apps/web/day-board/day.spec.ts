import { boundsOf, dayNow, dayOf, isDay } from './day';

describe('a day of enforcement', () => {
  it.each([
    ['2026-12-07', '2026-12-07T00:00:00.000Z', '2026-12-08T00:00:00.000Z'],
    ['2026-06-07', '2026-06-06T23:00:00.000Z', '2026-06-07T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
  ])('%s is that of the United Kingdom, also when the clocks change', (day, from, to) => {
    expect(boundsOf(day)).toEqual({ from, to });
    expect([dayOf(from), dayOf(to)]).toEqual([day, isoAfter(day)]);
  });

  it('is now where its clocks say so', () => {
    expect(dayNow(Date.parse('2026-06-06T23:30:00Z'))).toBe('2026-06-07');
  });

  it.each(['2026-02-30', '2026-2-3', 'today', '', '2026-12-07T00:00'])('is not %s', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

const isoAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
