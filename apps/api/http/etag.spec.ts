import { etagOf, parseIfMatch } from './etag';

describe('the version in If-Match', () => {
  it('is read back as it was given out', () => {
    expect(parseIfMatch(etagOf(12))).toBe(12);
    expect(parseIfMatch(` ${etagOf(0)} `)).toBe(0);
  });

  it('may be left out, or be any', () => {
    expect(parseIfMatch(undefined)).toBeNull();
    expect(parseIfMatch('*')).toBeNull();
  });

  it.each(['12', 'W/"12"', '"1", "2"', '"-1"', '"01"', '""', '', '"1e3"'])('is never passed over: %s', (header) => {
    expect(() => parseIfMatch(header)).toThrow(expect.objectContaining({ problem: 'validation' }) as Error);
  });
});
