import fc from 'fast-check';
import { partsOf, requestsOf } from './requests';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const limits = fc.record({ texts: fc.integer({ min: 1, max: 6 }), characters: fc.integer({ min: 2, max: 60 }) });

describe('requests to a provider', () => {
  it('hold every text once, in order, each request within its limits', () => {
    fc.assert(
      fc.property(fc.array(text), limits, (texts, limit) => {
        const given = texts.flatMap((one) => partsOf(one, limit.characters)).map((one) => ({ text: one }));
        const requests = requestsOf(given, limit);
        expect(requests.flat()).toEqual(given);
        for (const request of requests) {
          expect(request.length).toBeGreaterThan(0);
          expect(request.length).toBeLessThanOrEqual(limit.texts);
          expect(request.reduce((sum, one) => sum + one.text.length, 0)).toBeLessThanOrEqual(limit.characters);
        }
      }),
    );
  });

  it('are not more than they have to be: each one begins with a text for which the one before had no room', () => {
    fc.assert(
      fc.property(fc.array(text), limits, (texts, limit) => {
        const given = texts.flatMap((one) => partsOf(one, limit.characters)).map((one) => ({ text: one }));
        const requests = requestsOf(given, limit);
        requests.slice(1).forEach(([first], nth) => {
          const before = requests[nth] ?? [];
          const characters = before.reduce((sum, one) => sum + one.text.length, 0);
          const hasRoom = before.length < limit.texts && characters + (first?.text.length ?? 0) <= limit.characters;
          expect(hasRoom).toBe(false);
        });
      }),
    );
  });

  it('take no text that is longer than a request may be', () => {
    expect(() => requestsOf([{ text: 'too long' }], { texts: 1, characters: 7 })).toThrow(RangeError);
  });
});

describe('the parts of a long text', () => {
  it('are the text when they are put together, none too long and none amid a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 30 }), (long, limit) => {
        const parts = partsOf(long, limit);
        expect(parts.join('')).toBe(long);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          if (long.isWellFormed()) expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['First line\nsecond one', 15, ['First line\n', 'second one']],
    ['One. Two three four', 12, ['One. ', 'Two three ', 'four']],
    ['Holnap jövök érted', 10, ['Holnap ', 'jövök ', 'érted']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['ab🙂cd', 3, ['ab', '🙂c', 'd']],
    ['short', 5, ['short']],
    ['', 5, ['']],
  ])('end where a reader would pause: %j', (long, limit, parts) => {
    expect(partsOf(long, limit)).toEqual(parts);
  });
});
