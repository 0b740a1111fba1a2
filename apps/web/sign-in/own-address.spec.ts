import { ownAddress } from './own-address';

describe('where somebody is taken after signing in', () => {
  it.each([
    ['/operations/OP-2026-000001?tab=people', '/operations/OP-2026-000001?tab=people'],
    [undefined, '/'],
    ['', '/'],
    ['https://example.org/', '/'],
    ['//example.org/', '/'],
    ['/\\example.org/', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/example.org', '/'],
    ['/.//example.org/', '/'],
    ['/x/..//example.org/', '/'],
  ])('%s leads to %s', (to, expected) => {
    expect(ownAddress(to)).toBe(expected);
  });
});
