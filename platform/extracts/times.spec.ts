import fc from 'fast-check';
import { DateTime } from 'luxon';
import { fastReader } from './time-tokens';
import { timeReader } from './times';

const FORMATS = [
  'dd/MM/yyyy HH:mm:ss',
  "dd/MM/yyyy HH:mm:ss'(UTC'Z')'",
  'd/M/yy, H:mm',
  'M/d/yyyy h:mm:ss a',
  'yyyy. MM. dd. HH:mm',
  'yyyy.MM.dd HH:mm:ss.SSS',
  "dd.MM.yyyy HH:mm 'UTC'ZZ",
  'yyyy-MM-dd HH:mm:ss ZZZ',
];
const ZONES = ['Europe/London', 'Europe/Bucharest', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/New_York', 'UTC+2'];
const moment = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2060, 0, 1) });

describe('reading times', () => {
  it('is as Luxon reads them, in every format and zone', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...FORMATS), fc.constantFrom(...ZONES), (at, format, zone) => {
        const written = DateTime.fromMillis(at, { zone, locale: 'en-US' }).toFormat(format);
        const read = DateTime.fromFormat(written, format, { zone, locale: 'en-US' });
        // A time that states its zone is one, also where the clocks go back.
        const both = (format.includes('Z') ? [read] : read.getPossibleOffsets()).map((one) =>
          one.toUTC().toISO({ suppressMilliseconds: true, precision: 'seconds' }),
        );
        const { at: ours, problem } = timeReader(format, zone)(written);
        expect(both).toContain(ours);
        expect(problem === null).toBe(both.length === 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never takes the fast way to what Luxon would refuse', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789/: AP'), minLength: 1, maxLength: 4 });
    const near = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 0, max: 26 }),
      digits,
    );
    fc.assert(
      fc.property(near, ([day, month, hour, rest]) => {
        const written = `${day}/${month}/2021 ${hour}:${rest}`;
        const fast = fastReader('d/M/yyyy H:mm')?.(written);
        const slow = DateTime.fromFormat(written, 'd/M/yyyy H:mm', { zone: 'utc', locale: 'en-US' });
        if (fast) expect(fast.at).toBe(slow.toMillis());
      }),
      { numRuns: 2_000 },
    );
    expect(fastReader('d/M/yyyy H:mm')?.('29/2/2024 10:00')?.at).toBe(Date.UTC(2024, 1, 29, 10));
    expect(fastReader('d/M/yyyy H:mm')?.('29/2/2023 10:00')).toBeUndefined();
    expect(fastReader('d MMM yyyy')).toBeUndefined();
  });

  it.each([
    ['iso', '2021-07-01T12:00:00+03:00', '2021-07-01T09:00:00Z'],
    ['iso', '2021-07-01 12:00', '2021-07-01T11:00:00Z'],
    ['iso', '2021-07-01 12:00:00 UTC', '2021-07-01T12:00:00Z'],
    ['iso', '20210701T120000Z', '2021-07-01T12:00:00Z'],
    ['unix-seconds', '1640995199', '2021-12-31T23:59:59Z'],
    ['unix-milliseconds', '1640995199999', '2021-12-31T23:59:59Z'],
    ['excel-days', '44561.5', '2021-12-31T12:00:00Z'],
    ['d MMMM yyyy HH:mm', '1 July 2021 12:00', '2021-07-01T11:00:00Z'],
    ['yyyy. MMMM d. HH:mm', '2021. július 1. 12:00', '2021-07-01T11:00:00Z'],
    ['d MMMM yyyy HH:mm', '1 iulie 2021 12:00', '2021-07-01T11:00:00Z'],
    ['d/M/yy, h:mm a', '\u200e1/7/21, 12:00\u202fPM', '2021-07-01T11:00:00Z'],
    ['dd/MM/yyyy HH:mm:ss', '01/07/2021 12:00:00 (Network)', '2021-07-01T11:00:00Z'],
    ['dd/MM/yyyy HH:mm', '2021-12-31 23:59:59', '2021-12-31T23:59:59Z'],
  ])('knows %s: %s', (format, written, at) => {
    expect(timeReader(format, 'Europe/London')(written)).toEqual({ at, problem: null });
  });

  it('takes the first of the two times that an hour of autumn has, and says so', () => {
    expect(timeReader('dd/MM/yyyy HH:mm', 'Europe/London')('31/10/2021 01:30')).toEqual({
      at: '2021-10-31T00:30:00Z',
      problem: 'Clocks in Europe/London were put back then and had this time twice: the first is taken.',
    });
  });

  it('says of an hour of spring that no clock had it', () => {
    const { at, problem } = timeReader('iso', 'Europe/London')('2021-03-28T01:30:00');
    expect([at, problem]).toEqual(['2021-03-28T01:30:00Z', expect.stringMatching(/never had this time/)]);
  });

  it.each([
    ['dd/MM/yyyy HH:mm', '12/31/2021 10:00', 'Its time is not written as dd/MM/yyyy HH:mm.'],
    ['iso', 'yesterday', 'Its time is not written as iso.'],
    ['iso', '2021-02-30T10:00:00Z', 'Its time is not written as iso.'],
    ['unix-seconds', '1640995199123', 'Its time is in no year that there were phones.'],
  ])('says what it cannot read: %s, %s', (format, written, problem) => {
    expect(timeReader(format, 'Europe/London')(written)).toEqual({ at: null, problem });
  });

  it('refuses a zone that there is not', () => {
    expect(() => timeReader('iso', 'Europe/Nowhere')).toThrow('no time zone “Europe/Nowhere”');
  });
});
