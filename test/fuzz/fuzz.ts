import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castOf } from '../../apps/cli/scenarios/cast';
import { derail } from '../../apps/cli/scenarios/derail';
import { PEOPLE } from '../../platform/embedded/identity/people';
import { tokenFor } from '../../platform/embedded/identity/sign-in';
import { Stack } from '../../platform/embedded/stack';
import { describeStep } from '../../platform/embedded/steps';
import { fuzz, prepareSchemathesis } from './schemathesis';

/** The last line of a run. */
export interface FuzzResult {
  /** Requests that were made up and answered. */
  readonly cases: number;
  readonly people: number;
  readonly routes: number;
  readonly failures: number;
  readonly seed: number;
  readonly seconds: number;
}

export interface FuzzOptions {
  readonly seed: number;
  /** Random cases of each route and person, beside those that follow from its schema. */
  readonly examples: number;
  readonly say: (line: string) => void;
}

/**
 * Asks the API of a stack of its own everything its document describes, and what it does not, as everyone there is: no
 * answer may be an error of ours, or other than documented, or not come.
 */
export async function runFuzz({ seed, examples, say }: FuzzOptions): Promise<FuzzResult> {
  const started = performance.now();
  const program = await prepareSchemathesis(say);
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-fuzz-'));
  let stack: Stack | undefined;
  try {
    stack = await Stack.start({
      dataDir,
      ports: 'free',
      environment: {},
      env: { LOG_LEVEL: 'warn' },
      stepsBefore: Number(process.env['WAYMARK_STEPS_DONE'] ?? 0),
      onStep: (step) => {
        const line = describeStep(step);
        if (line !== undefined) say(line);
      },
    });
    const { issuer, api } = stack.urls;
    // Something must be there that can be met by chance: references are numbered from one.
    await derail(await castOf(stack.urls), () => undefined);
    let [cases, routes, failures] = [0, 0, 0];
    for (const { id } of PEOPLE) {
      const folder = join(dataDir, `fuzz-${id}`);
      mkdirSync(folder);
      const token = await tokenFor(issuer, id);
      const found = await fuzz(program, { api, token, seed, examples, folder });
      say(`${id}: ${found.cases} cases, ${found.failures.length} failures`);
      for (const failure of found.failures) say(`  ${failure}`);
      cases += found.cases;
      routes = found.routes;
      failures += found.failures.length;
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    return { cases, people: PEOPLE.length, routes, failures, seed, seconds };
  } finally {
    await stack?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
