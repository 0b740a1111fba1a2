import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCESS_CHECKPOINT_FILE } from '../../platform/access-log/seal';
import { verifyAccessLog, type AccessTotals } from '../../platform/access-log/verify-access-log';
import { readConfig } from '../../platform/config';
import { createPool } from '../../platform/database/pool';

/** Proves the access log of a running Waymark. */
export async function proveAccessLog(
  environment: Record<string, string>,
  say: (line: string) => void,
): Promise<AccessTotals> {
  const config = readConfig(['DATABASE_URL', 'CHECKPOINT_DIR', 'CHECKPOINT_KEY_FILE'], environment);
  const pool = createPool(config.DATABASE_URL, { name: 'waymark-verify', max: 1 });
  try {
    const source = {
      file: join(config.CHECKPOINT_DIR, ACCESS_CHECKPOINT_FILE),
      key: createPublicKey(readFileSync(config.CHECKPOINT_KEY_FILE, 'utf8')),
    };
    const totals = await verifyAccessLog(pool, source, say);
    const { accesses, sealed, accessCheckpoints, problems } = totals;
    say(
      `${accesses} accesses, ${sealed} of them sealed by ${accessCheckpoints} checkpoint lines, ${problems} problems.`,
    );
    return totals;
  } finally {
    await pool.end();
  }
}
