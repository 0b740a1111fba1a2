import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNTHROTTLED } from '../../platform/embedded/unthrottled';
import { Stack } from '../../platform/embedded/stack';
import { HISTORY_KEYS } from '../../apps/worker/replay';
import { NEARBY_WEBHOOKS } from './nearby-webhooks';
import { shareStack } from './stack';

declare global {
  var waymarkTestStack: Stack | undefined;
}

/**
 * Starts one whole stack for all tests that need one: own ports, own data, real services. Histories are cut short, so
 * that operations continue as new all the time, without the pause the server makes between runs shorter than a second.
 */
export default async function globalSetup(): Promise<void> {
  const stack = await Stack.start({
    dataDir: mkdtempSync(join(tmpdir(), 'waymark-test-')),
    ports: 'free',
    environment: {},
    temporalDynamicConfig: {
      'limit.historyCount.suggestContinueAsNew': 80,
      'history.workflowIdReuseMinimalInterval': '0s',
    },
    env: { ...UNTHROTTLED, ...NEARBY_WEBHOOKS, PAYLOAD_KEYS: HISTORY_KEYS, LOG_LEVEL: 'warn' },
  });
  globalThis.waymarkTestStack = stack;
  shareStack(stack);
}
