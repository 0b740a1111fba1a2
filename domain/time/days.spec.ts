import { addMonths, lastDayOfDays, lastDayOfMonths, plusDays } from './days';

describe('a period of days', () => {
  it('is elapsed time of 24 hours each, also when British clocks change', () => {
    expect(plusDays('2026-03-28T12:00:00.000Z', 1)).toBe('2026-03-29T12:00:00.000Z');
    expect(plusDays('2026-10-24T12:00:00.000Z', 1)).toBe('2026-10-25T12:00:00.000Z');
  });

  it('runs over the end of February and of the year', () => {
    expect(plusDays('2028-02-28T23:59:59.999Z', 1)).toBe('2028-02-29T23:59:59.999Z');
    expect(plusDays('2026-12-31T00:00:00.000Z', 45)).toBe('2027-02-14T00:00:00.000Z');
  });

  it('is written as the timeline writes moments, so that they sort as text', () => {
    expect(plusDays('2026-01-01T00:00:00Z', 10)).toBe('2026-01-11T00:00:00.000Z');
  });
});

describe('so many months before or after a date', () => {
  it('is the same day, or the last of a month that does not have it', () => {
    expect(addMonths('2026-09-30', -24)).toBe('2024-09-30');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  });
});

describe('a period that begins with a date', () => {
  it('of months ends the day before that date, or with a month that does not have it', () => {
    expect(lastDayOfMonths('2026-01-01', 3)).toBe('2026-03-31');
    expect(lastDayOfMonths('2026-03-31', 3)).toBe('2026-06-30');
    expect(lastDayOfMonths('2027-08-31', 6)).toBe('2028-02-29');
    expect(lastDayOfMonths('2026-01-15', 1)).toBe('2026-02-14');
  });

  it('of days counts that date as its first', () => {
    expect(lastDayOfDays('2026-12-07', 1)).toBe('2026-12-07');
    expect(lastDayOfDays('2021-12-07', 45)).toBe('2022-01-20');
  });
});
