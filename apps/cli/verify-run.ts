import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../platform/config';
import { createPool } from '../../platform/database/pool';
import { createStore, STORE_VARIABLES } from '../../platform/files/create-store';
import { temporalClient } from '../../platform/temporal/client';
import { CHECKPOINT_FILE } from '../../platform/timeline/checkpoint';
import { fingerprintOf } from '../../platform/timeline/signature';
import { verifyAll, type Totals } from '../../platform/timeline/verify-all';

/**
 * Proves the timelines of a running Waymark over the auditor's connection, which reads everything and changes nothing.
 *
 * @param only one operation; default: all
 */
export async function proveTimelines(
  environment: Record<string, string>,
  only: string | undefined,
  say: (line: string) => void,
): Promise<Totals> {
  const config = readConfig(
    [
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'TEMPORAL_NAMESPACE',
      'PAYLOAD_KEYS',
      'CHECKPOINT_DIR',
      'CHECKPOINT_KEY_FILE',
      ...STORE_VARIABLES,
    ],
    environment,
  );
  const pool = createPool(config.DATABASE_URL, { name: 'waymark-verify', max: 5 });
  const client = temporalClient(config);
  try {
    const checkpoints = {
      file: join(config.CHECKPOINT_DIR, CHECKPOINT_FILE),
      key: createPublicKey(readFileSync(config.CHECKPOINT_KEY_FILE, 'utf8')),
    };
    const totals = await verifyAll(pool, { client, checkpoints, store: createStore(config), only, say });
    say(
      `${totals.verified} of ${totals.operations} operations verified: ${totals.events} events, ` +
        `${totals.files} files, ${totals.checkpoints} checkpoint lines, ${totals.problems} problems.`,
    );
    say(`Fingerprint of the key that signs checkpoints and exports: ${fingerprintOf(checkpoints.key)}`);
    if (totals.unanswered > 0) say(`${totals.unanswered} workflows gave no answer: only their records were proved.`);
    return totals;
  } finally {
    await Promise.all([pool.end(), client.connection.close()]);
  }
}
