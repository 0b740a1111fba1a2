import { entityText } from './entities';

describe('something that messages name', () => {
  it.each([
    ['date', '2021-09-05', '5 September 2021'],
    ['date', '--02-29', '29 February'],
    ['date', '-W-5', 'Friday'],
    ['date', '2021-09', '2021-09'],
    ['money', 'GBP 6800.00', '£6,800'],
    ['money', 'GBP 43.50', '£43.50'],
    ['money', 'HUF 101000.00', 'Ft\u00a0101,000'],
    ['money', 'GBP 200.00-300.00', '£200 to £300'],
    ['money', 'XXX 2000.00', '2,000'],
    ['time', '08:00', '08:00'],
    ['flight', 'W62201', 'W62201'],
  ] as const)('%s %s is “%s”', (kind, value, text) => {
    expect(entityText({ kind, value })).toBe(text);
  });
});
