import { lastDayAuthorised } from './lasting';

describe('how long a covert authorisation lasts', () => {
  it.each([
    ['directed-surveillance', '2021-10-04', '2022-01-03'],
    ['communications-data', '2021-10-31', '2021-11-30'],
    ['property-interference', '2021-11-30', '2022-02-28'],
  ] as const)('%s from %s lasts until %s', (kind, from, until) => {
    expect(lastDayAuthorised(kind, from)).toBe(until);
  });
});
