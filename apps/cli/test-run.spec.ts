import { countLine } from './test-run';

describe('countLine', () => {
  it('counts a file that could not be run as a failure, since none of its tests is counted', () => {
    const results = { numPassedTests: 12, numFailedTests: 1, numRuntimeErrorTestSuites: 2 };
    expect(countLine(results)).toBe('12 passed, 3 failed');
  });
});
