import type { Pool } from 'pg';
import type { Look } from '../../../platform/commands/gateway';

interface LookRow {
  readonly sequence: number;
  readonly fingerprint: string | null;
  readonly first: number;
  readonly last: number;
}

/** The gateway's look: the operation's row and this command, if it is recorded, in one round trip. */
export function createLook(pool: Pool) {
  return async (reference: string, commandId: string): Promise<Look | null> => {
    const { rows } = await pool.query<LookRow>({
      name: 'look',
      text: `SELECT o.sequence, c.fingerprint, c.first_sequence AS first, c.last_sequence AS last
             FROM operation o LEFT JOIN recorded_command c ON c.operation = o.reference AND c.command_id = $2
             WHERE o.reference = $1`,
      values: [reference, commandId],
    });
    const row = rows[0];
    if (!row) return null;
    const { sequence, fingerprint, first, last } = row;
    return {
      sequence,
      recorded: fingerprint === null ? null : { fingerprint, firstSequence: first, lastSequence: last },
    };
  };
}
