import { processEnvironment, stackUrls, type ProcessRole, type StackUrls } from './addresses';
import { layout } from './layout';
import { StartProblem } from './problem';
import { isAlive, readRunning } from './running-file';
import { readSecrets, type Secrets } from './secrets';

/** A stack that another process runs. */
export interface AttachedStack {
  readonly urls: StackUrls;
  readonly secrets: Secrets;
  env(role: ProcessRole): Record<string, string>;
}

/** Finds the running stack of a data folder. @throws StartProblem when there is none */
export function attach(dataDir: string): AttachedStack {
  const at = layout(dataDir);
  const running = readRunning(at.running);
  if (!running || !isAlive(running.starter)) throw new StartProblem('Waymark is not running; start it with "make up".');
  if (!running.places)
    throw new StartProblem('Waymark is still starting; wait until "make status" shows all as healthy.');
  const secrets = readSecrets(at.secrets);
  const urls = stackUrls(running.places, secrets);
  const env = (role: ProcessRole) => processEnvironment(role, { urls, secrets, at }, process.env);
  return { urls, secrets, env };
}
