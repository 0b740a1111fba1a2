import { stackUrls } from './addresses';
import { isReady } from './apps';
import { issuerAnswers } from './identity';
import type { Layout } from './layout';
import { answers } from './postgres';
import { ping } from './redis';
import { isAlive, readRunning } from './running-file';
import { readSecrets } from './secrets';
import { serverAnswers } from './temporal-namespace';

/** How one part of a stack is. */
export interface PartHealth {
  readonly name: string;
  /** Absent for a service that is there already and not run by us. */
  readonly pid?: number;
  readonly address: string;
  readonly healthy: boolean;
  readonly reason?: string;
}

/** Asks every part of a running stack; undefined when none runs. */
export async function examine(at: Layout): Promise<readonly PartHealth[] | undefined> {
  const running = readRunning(at.running);
  if (!running || !isAlive(running.starter)) return undefined;
  if (!running.places) return [];
  const urls = stackUrls(running.places, readSecrets(at.secrets));
  const asked: [string, string, () => Promise<void>][] = [
    ['postgres', new URL(urls.database.admin).host, () => answers(urls.database.owner)],
    ['redis', new URL(urls.redis).host, () => ping(urls.redis)],
    ['temporal', urls.temporalAddress, () => serverAnswers(urls.temporalAddress)],
    ['identity', urls.issuer, () => issuerAnswers(urls.issuer)],
    // These two listen nowhere; being alive is all that can be asked.
    ['worker', '-', () => alive('worker')],
    ['jobs', '-', () => alive('jobs')],
    ['api', urls.api, () => isReady(urls.api)],
    ['web', urls.web, () => isReady(urls.web)],
  ];
  return Promise.all(
    asked.map(async ([name, address, ask]) => {
      const mark = running.children[name];
      const part = { name, address, ...(mark && isAlive(mark) ? { pid: mark.pid } : {}) };
      try {
        await ask();
        return { ...part, healthy: true };
      } catch (error) {
        return { ...part, healthy: false, reason: (error as Error).message.split('\n')[0] ?? '' };
      }
    }),
  );

  async function alive(name: string): Promise<void> {
    const mark = running?.children[name];
    if (!mark || !isAlive(mark)) throw new Error('is not running');
  }
}
