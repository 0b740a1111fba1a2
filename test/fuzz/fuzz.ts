import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../../apps/cli/api/api-client';
import { derail } from '../../apps/cli/scenarios/derail';
import type { Cast } from '../../apps/cli/scenarios/scenario';
import { PEOPLE, type PersonId } from '../../platform/embedded/identity/people';
import { Stack } from '../../platform/embedded/stack';
import { sayingSteps } from '../../platform/embedded/steps';
import { UNTHROTTLED } from '../../platform/embedded/unthrottled';
import { Issuer } from '../support/issuer';
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
  // One token lasts for all cases of a person, which five minutes are too short for.
  const issuer = await Issuer.start();
  let stack: Stack | undefined;
  try {
    stack = await Stack.start({
      dataDir,
      ports: 'free',
      environment: { OIDC_ISSUER: issuer.url },
      // No message of a webhook that is made up goes anywhere.
      env: { ...UNTHROTTLED, WEBHOOK_HOSTS: 'partner.invalid', LOG_LEVEL: 'warn' },
      stepsBefore: Number(process.env['WAYMARK_STEPS_DONE'] ?? 0),
      onStep: sayingSteps(say),
    });
    const { api } = stack.urls;
    const tokenFor = ({ id, ...claims }: (typeof PEOPLE)[number]) =>
      issuer.signed({ sub: id, ...claims, roles: [...claims.roles] }, { until: '50m' });
    // Something must be there that can be met by chance: references are numbered from one.
    const people = PEOPLE.map((person) => {
      const credentials = { token: () => tokenFor(person), signInAgain: () => Promise.resolve() };
      return [person.id, new ApiClient(api, credentials)] as const;
    });
    await derail(Object.fromEntries(people) as Cast<PersonId>, () => undefined);
    let [cases, routes, failures] = [0, 0, 0];
    for (const person of PEOPLE) {
      const { id } = person;
      const folder = join(dataDir, `fuzz-${id}`);
      mkdirSync(folder);
      const token = await tokenFor(person);
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
    issuer.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
