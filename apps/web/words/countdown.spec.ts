import { leftText, lengthText, sinceText } from '../client/countdown';

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

describe('the time that is left', () => {
  it.each([
    [5 * HOUR + 48 * MINUTE + 59 * SECOND, '5 h 48 min'],
    [24 * HOUR, '24 h 0 min'],
    [48 * MINUTE, '48 min'],
    [9 * MINUTE + 5 * SECOND, '9 min 5 s'],
    [0, '0 min 0 s'],
  ])('of %d ms is %s', (ms, text) => {
    expect(lengthText(ms)).toBe(text);
  });

  it('is said to be over once it is', () => {
    expect(leftText(HOUR, 0)).toBe('1 h 0 min left');
    expect(leftText(0, 0)).toBe('0 min 0 s left');
    expect(leftText(0, 125 * SECOND)).toBe('2 min over');
    expect(sinceText(0, HOUR + MINUTE)).toBe('for 1 h 1 min');
  });
});
