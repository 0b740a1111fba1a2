import { fork } from 'node:child_process';
import { once } from 'node:events';
import { compiled } from '../../platform/checkout';

export const KEY = 'a-key-of-nobody';

/**
 * Azure's protocol by a process of its own, as fast as Azure's fastest tier is documented to be.
 *
 * @returns where it is, and what ends it
 */
export async function azureApart(): Promise<{ readonly address: string; readonly close: () => void }> {
  const child = fork(compiled('bench/translation/azure.main.js'));
  const [address] = (await once(child, 'message')) as [string];
  return { address, close: () => child.disconnect() };
}
