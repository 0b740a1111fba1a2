import fc from 'fast-check';
import type { Read } from './times';
import { dateTyped, isTimeWrong, momentParts, momentTyped } from './times';

const typedAt = (day: string, time: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return { 'at-day': String(date), 'at-month': String(month), 'at-year': String(year), 'at-time': time };
};
const moment = (day: string, time: string) => momentTyped(typedAt(day, time), 'at');
const at = (value: string): Read => ({ value });

describe('a time as people write it', () => {
  it.each(['6:12am', '6.12am', '06:12', '6.12', '0612', '6:12 AM', '6:12AM '])('%s is twelve past six', (time) => {
    expect(moment('2026-12-07', time)).toEqual(at('2026-12-07T06:12:00.000Z'));
  });

  it.each([
    ['midday', '12:00'],
    ['midnight', '00:00'],
    ['6pm', '18:00'],
    ['18:30', '18:30'],
  ])('%s is %s', (time, clock) => {
    expect(moment('2026-12-07', time)).toEqual(at(`2026-12-07T${clock}:00.000Z`));
  });

  it.each(['25:00', 'noonish', '6', '12:60'])('is not %s', (time) => {
    expect(moment('2026-12-07', time)).toEqual({ problem: 'Give a time, such as 6:12am or 18:30', part: 'time' });
  });

  it('is that of the United Kingdom, in summer too', () => {
    expect(moment('2026-07-01', '18:30')).toEqual(at('2026-07-01T17:30:00.000Z'));
  });
});

describe('what is wrong of a moment', () => {
  it.each([
    ['2026-12-07', 'noonish', true],
    ['2026-12-07', '', true],
    ['2026-03-29', '1:30am', true],
    ['2026-02-30', 'noonish', false],
    ['2026-12-07', '18:30', false],
  ])('of %s, “%s” is the time alone: %s', (day, time, isTime) => {
    expect(isTimeWrong(typedAt(day, time), 'at')).toBe(isTime);
  });

  it('is the date where there is none', () => {
    expect(isTimeWrong({ 'at-time': '18:30' }, 'at')).toBe(false);
    expect(isTimeWrong({}, 'at')).toBe(false);
  });
});

describe('when the clocks change', () => {
  it('there is no time in the hour that is passed over', () => {
    for (const time of ['1:00am', '1:30am', '1:59am'])
      expect(moment('2026-03-29', time)).toEqual({
        problem: expect.stringContaining('no such time') as string,
        part: 'time',
      });
    expect(moment('2026-03-29', '0:59')).toEqual(at('2026-03-29T00:59:00.000Z'));
    expect(moment('2026-03-29', '2:00')).toEqual(at('2026-03-29T01:00:00.000Z'));
  });

  it('the first is meant of the hour that comes twice, unless it says which', () => {
    expect(moment('2026-10-25', '1:30am')).toEqual(at('2026-10-25T00:30:00.000Z'));
    expect(moment('2026-10-25', '1:30am BST')).toEqual(at('2026-10-25T00:30:00.000Z'));
    expect(moment('2026-10-25', '1:30am gmt')).toEqual(at('2026-10-25T01:30:00.000Z'));
  });
});

describe('a moment that is shown to be typed over', () => {
  const seconds = fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 });
  /** Around both changes of 2026, to the minute. */
  const changes = [Date.UTC(2026, 2, 29, 0), Date.UTC(2026, 9, 25, 0)].flatMap((start) =>
    Array.from({ length: 180 }, (_, nth) => start / 1000 + nth * 60),
  );

  it('is the same moment when nobody types over it', () => {
    fc.assert(
      fc.property(fc.oneof(seconds, fc.constantFrom(...changes)), (second) => {
        const iso = new Date(second * 1000).toISOString();
        expect(momentTyped(momentParts('at', iso), 'at')).toEqual(at(iso));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a date as people write it', () => {
  it.each([
    ['7', '12', '2026'],
    ['07', '12', '26'],
    ['7', 'Dec', '2026'],
    ['7', 'december', '2026'],
  ])('%s %s %s is the seventh of December', (day, month, year) => {
    const typed = { 'on-day': day, 'on-month': month, 'on-year': year };
    expect(dateTyped(typed, 'on')).toEqual(at('2026-12-07'));
  });

  it.each([
    ['30', '2', '2026'],
    ['7', '', '2026'],
    ['7', '13', '2026'],
    ['7th', '12', '2026'],
    ['7', 'Dezember', '2026'],
    ['7', 'x', '2026'],
    ['7', '12', 'this year'],
  ])('is not %s %s %s', (day, month, year) => {
    const typed = { 'on-day': day, 'on-month': month, 'on-year': year };
    expect(dateTyped(typed, 'on')).toEqual({ problem: expect.stringContaining('real date') as string });
  });
});
