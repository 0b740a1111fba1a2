import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../../platform/checkout';
import { ensureRedis } from '../../platform/embedded/redis';
import { sayingSteps, Steps } from '../../platform/embedded/steps';
import { findTemporal } from '../../platform/embedded/temporal-programs';
import { ensureOfflinePrograms } from '../../platform/translation/providers/offline-programs';

/** The part of Jest's results that we count. */
export interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that could not be run at all; none of their tests is in the other numbers. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** What has failed, once more: by the end of a long run it stands far above. */
export function failedLines({ testResults }: JestResults, root: string): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = path.relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`failed: ${file} could not be run: ${begins(message)}`];
      return failed.map(({ fullName, failureMessages }) => {
        return `failed: ${file}: ${fullName}: ${begins(failureMessages.join('\n'))}`;
      });
    });
}

const MOST_LINES = 12;

function begins(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES)
    .join('\n  ');
}

/** The last line of a test run. */
export function countLine({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }: JestResults): string {
  return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
}

/** Prepares what the tests' stack needs, runs Jest and prints the count. Answers the exit code. */
export async function runTests(args: readonly string[]): Promise<number> {
  const root = projectRoot();
  const steps = new Steps(
    sayingSteps((line) => console.log(line)),
    Number(process.env['WAYMARK_STEPS_DONE'] ?? 0),
  );
  // Here and not in Jest's set-up: a first build takes minutes and should be seen.
  await steps.take('Temporal server', async (note) => `${(await findTemporal(note)).version} is there`);
  await steps.take('Redis', async (note) => `${await ensureRedis(note)} is there`);
  await steps.take('Offline translation', async (note) => {
    const { installed, missing } = await ensureOfflinePrograms(note);
    return `${installed.length} of ${installed.length + missing.length} packages are there`;
  });

  const results = path.join(root, '.waymark', 'test-results.json');
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const code = await jest(root, ['--json', `--outputFile=${results}`, ...args]);
  try {
    const counted = JSON.parse(readFileSync(results, 'utf8')) as JestResults;
    for (const line of failedLines(counted, root)) console.log(line);
    console.log(countLine(counted));
  } catch {
    // Jest died before it could write: its exit code tells, and the line stays what scripts expect.
    console.log('0 passed, 1 failed');
    return code === 0 ? 1 : code;
  }
  return code;
}

function jest(root: string, args: readonly string[]): Promise<number> {
  const entry = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  // NestJS 12 is made of ES modules, which Jest loads only with this flag.
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', NODE_ENV: 'test' };
  // Results as JSON go to the file; standard output would repeat them.
  const child = spawn(process.execPath, [entry, ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
