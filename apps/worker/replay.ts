import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { dataConverter } from '../../platform/temporal/client';

/** Histories of every released version, each a folder of files. */
export const HISTORIES = join('test', 'replay', 'histories');

/** Known to everyone: kept histories hold made-up data only, and anyone must be able to replay them. */
export const HISTORY_KEYS = `test:${Buffer.alloc(32).toString('base64')}`;
export const HISTORY_KEY_RING = [{ id: 'test', key: Buffer.alloc(32) }];

export interface Replayed {
  /** Such as `0.1.0/derail-1.json`. */
  readonly history: string;
  /** Why the workflow code no longer does what it did then; absent when it does. */
  readonly error?: Error;
}

/** Replays histories, each from its file below a folder, on a workflow bundle. */
export async function replayHistories(folder: string, bundle: string): Promise<readonly Replayed[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const histories = names.sort().map((name) => ({
    workflowId: name,
    history: historyFromJSON(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  }));
  const results = Worker.runReplayHistories(
    { workflowBundle: { code: bundle }, dataConverter: dataConverter(HISTORY_KEY_RING) },
    histories,
  );
  const replayed: Replayed[] = [];
  for await (const { workflowId: history, error } of results) replayed.push(error ? { history, error } : { history });
  return replayed;
}
