import { looksLikeFormula, withoutFormula } from './formula';

describe('a text that a spreadsheet would run', () => {
  it.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'is given an apostrophe: %j',
    (text) => {
      expect(looksLikeFormula(text)).toBe(true);
      expect(withoutFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'jössz?', '1=1', ' =1', "'=1"])('is not what %j is', (text) => {
    expect(looksLikeFormula(text)).toBe(false);
    expect(withoutFormula(text)).toBe(text);
  });
});
