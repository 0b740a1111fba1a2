import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['WAYMARK_FAIL_POINTS'];

/**
 * Kills this process at a named point of the code, once, when a file of that name lies in the folder that
 * `WAYMARK_FAIL_POINTS` names. Fault tests use it; without the variable it does nothing.
 */
export function failPoint(
  name:
    | 'after-record'
    | 'before-outcome'
    | 'amid-merge'
    | 'before-import-batch'
    | 'amid-linkage'
    | 'before-messages'
    | 'amid-understanding'
    | 'amid-request'
    | 'amid-assembly',
): void {
  if (folder === undefined) return;
  const trigger = join(folder, name);
  if (!existsSync(trigger)) return;
  rmSync(trigger);
  process.kill(process.pid, 'SIGKILL');
}
