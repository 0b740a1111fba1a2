import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../platform/embedded/layout';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { Stack } from '../../platform/embedded/stack';
import { temporalClient } from '../../platform/temporal/client';
import { operationWorkflowId } from '../../workflows/operation/operation.messages';
import { translationWorkflowId } from '../../workflows/translation/translation.messages';
import { BUNDLE_FILE } from '../worker/bundle';
import { recordHistories } from '../worker/record-histories';
import { HISTORIES, HISTORY_KEY_RING, HISTORY_KEYS, replayHistories, type Replayed } from '../worker/replay';
import { castOf } from './scenarios/cast';
import { derail } from './scenarios/derail';

/** Replays the kept histories of every release on the workflows as built. */
export function replayReleases(): Promise<readonly Replayed[]> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  return replayHistories(join(projectRoot(), HISTORIES), readFileSync(BUNDLE_FILE, 'utf8'));
}

/** Plays Derail on a stack of its own, whose operations continue as new often, and keeps the histories it leaves. */
export async function recordRelease(version: string, say: (line: string) => void): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-record-'));
  const stack = await Stack.start({
    dataDir,
    ports: 'free',
    environment: {},
    temporalDynamicConfig: {
      'limit.historyCount.suggestContinueAsNew': 200,
      'history.workflowIdReuseMinimalInterval': '0s',
    },
    env: { PAYLOAD_KEYS: HISTORY_KEYS },
  });
  try {
    const { operation } = await derail(await castOf(stack.urls), say);
    const client = temporalClient({
      TEMPORAL_ADDRESS: stack.urls.temporalAddress,
      TEMPORAL_NAMESPACE: stack.urls.namespace,
      PAYLOAD_KEYS: HISTORY_KEY_RING,
    });
    const folder = join(projectRoot(), HISTORIES, version);
    const files = [
      ...(await recordHistories(client, operationWorkflowId(operation), folder, 'derail')),
      ...(await recordHistories(client, translationWorkflowId(`${operation}.T1`), folder, 'derail-translation')),
    ];
    for (const file of files) say(`recorded ${file}`);
    await client.connection.close();
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
