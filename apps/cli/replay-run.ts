import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../platform/checkout';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { UNTHROTTLED } from '../../platform/embedded/unthrottled';
import { Stack } from '../../platform/embedded/stack';
import { temporalClient } from '../../platform/temporal/client';
import { mergeWorkflowId } from '../../workflows/merge/merge.messages';
import { operationWorkflowId } from '../../workflows/operation/operation.messages';
import { translationWorkflowId } from '../../workflows/translation/translation.messages';
import { BUNDLE_FILE } from '../worker/bundle';
import { recordHistories } from '../worker/record-histories';
import { HISTORIES, HISTORY_KEY_RING, HISTORY_KEYS, replayHistories, type Replayed } from '../worker/replay';
import { castOf } from './scenarios/cast';
import { needToKnow } from './scenarios/need-to-know';
import { scenarios } from './scenarios';
import { duplicates } from './scenarios/duplicates';
import { translate } from './scenarios/translate';

/** Replays the kept histories of every release on the workflows as built. */
export function replayReleases(): Promise<readonly Replayed[]> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  return replayHistories(join(projectRoot(), HISTORIES), readFileSync(BUNDLE_FILE, 'utf8'));
}

/**
 * Plays every scenario, and a merge that is taken back, on a stack of its own, and keeps the histories they leave.
 */
export async function recordRelease(version: string, say: (line: string) => void): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-record-'));
  const stack = await Stack.start({
    dataDir,
    ports: 'free',
    environment: {},
    temporalDynamicConfig: { 'history.workflowIdReuseMinimalInterval': '0s' },
    env: { ...UNTHROTTLED, PAYLOAD_KEYS: HISTORY_KEYS },
  });
  try {
    const client = temporalClient({
      TEMPORAL_ADDRESS: stack.urls.temporalAddress,
      TEMPORAL_NAMESPACE: stack.urls.namespace,
      PAYLOAD_KEYS: HISTORY_KEY_RING,
    });
    const folder = join(projectRoot(), HISTORIES, version);
    const keep = async (workflowId: string, name: string) => {
      for (const file of await recordHistories(client, workflowId, folder, name)) say(`recorded ${file}`);
    };
    const keepSaga = async (merge: string, name: string) => {
      await client.workflow.getHandle(mergeWorkflowId(merge)).result();
      await keep(mergeWorkflowId(merge), name);
    };
    for (const [name, play] of Object.entries(scenarios)) {
      const { operation } = await play(castOf(stack.urls), say);
      await keep(operationWorkflowId(operation), name);
      if (name === 'derail') await keep(translationWorkflowId(`${operation}.T1`), 'derail-translation');
    }
    const phone = await translate(castOf(stack.urls), say, 200);
    await client.workflow.getHandle(translationWorkflowId(`${phone.operation}.T1`)).result();
    await keep(translationWorkflowId(`${phone.operation}.T1`), 'translate-translation');
    await keep(operationWorkflowId(phone.operation), 'translate');
    await keep(operationWorkflowId(await needToKnow(castOf(stack.urls), say)), 'need-to-know');
    await duplicates(castOf(stack.urls), say, {
      merged: ({ merge }) => keepSaga(merge, 'merge'),
      takenBack: async ({ operation, merge }) => {
        await keepSaga(merge, 'unmerge');
        await keep(operationWorkflowId(operation), 'duplicate');
      },
    });
    await client.connection.close();
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
