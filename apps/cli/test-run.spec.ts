import { countLine, failedLines } from './test-run';

describe('countLine', () => {
  it('counts a file that could not be run as a failure, since none of its tests is counted', () => {
    const results = { numPassedTests: 12, numFailedTests: 1, numRuntimeErrorTestSuites: 2, testResults: [] };
    expect(countLine(results)).toBe('12 passed, 3 failed');
  });
});

describe('failedLines', () => {
  it('name each test that has failed and each file that could not be run, with how its message begins', () => {
    const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
    const failed = {
      status: 'failed',
      fullName: 'sums add',
      failureMessages: ['Error: \u001b[2mexpected\u001b[22m 2\n\n    at sum.ts'],
    };
    const results = {
      ...{ numPassedTests: 1, numFailedTests: 1, numRuntimeErrorTestSuites: 1 },
      testResults: [
        { name: '/checkout/sum.spec.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
        { name: '/checkout/load.spec.ts', status: 'failed', message: 'No such file', assertionResults: [] },
        { name: '/checkout/well.spec.ts', status: 'passed', message: '', assertionResults: [passed] },
      ],
    };
    expect(failedLines(results, '/checkout')).toEqual([
      'failed: sum.spec.ts: sums add: Error: expected 2\n      at sum.ts',
      'failed: load.spec.ts could not be run: No such file',
    ]);
  });
});
