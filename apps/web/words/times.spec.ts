import { deadline, momentAfter } from './times';

describe('a moment that follows another', () => {
  it.each([
    ['2026-12-01T09:20:00Z', '9:20am'],
    ['2026-12-02T00:05:00Z', '2 December 2026, 12:05am'],
  ])('%s is “%s”', (at, text) => {
    expect(momentAfter(at, '2026-12-01T09:12:00Z')).toBe(text);
  });
  it('is told by the days here, not by those of UTC', () => {
    expect(momentAfter('2026-06-30T23:30:00Z', '2026-06-30T22:30:00Z')).toBe('1 July 2026, 12:30am');
  });
});

describe('until when something may be done', () => {
  it.each([
    ['2026-12-22T00:00:00Z', '21 December 2026'],
    // Midnight in London, in summer.
    ['2026-07-14T23:00:00Z', '14 July 2026'],
    ['2026-12-22T00:01:00Z', '22 December 2026, 12:01am'],
    ['2026-12-07T06:12:00Z', '7 December 2026, 6:12am'],
  ])('%s is “%s”', (at, text) => {
    expect(deadline(at)).toBe(text);
  });
});
