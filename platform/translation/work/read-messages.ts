import type { Pool, PoolClient } from 'pg';
import { copyIn } from '../../database/copy-in';
import { transaction } from '../../database/transaction';
import type { OpenFile } from '../../extracts/rows';
import { failPoint } from '../../fail-point';
import { peakMemory } from '../../peak-memory';
import { MESSAGE_COLUMNS, messagesInThread, type MessagePortion, type ToRead } from './messages-thread';

/**
 * Takes the messages of an extract in, as far as they are not in yet: one for each row, in its order. Safe to repeat, and by two
 * processes at once: one of them gives way.
 *
 * @returns false where another process is at it, or the work was called off
 * @throws Unreadable where the mapping cannot read the file; what came in before is then to be removed
 */
export async function readMessages(pool: Pool, read: ToRead, open: OpenFile): Promise<boolean> {
  let kept = read.rowsRead;
  for await (const portion of messagesInThread(open, read)) {
    const isIn = await transaction(pool, (connection) => takeIn(connection, read.nth, { kept, portion }));
    if (!isIn) return false;
    kept += portion.rows;
  }
  const { rowCount } = await pool.query(
    `UPDATE translation SET state = 'understanding', bytes_read = bytes WHERE nth = $1 AND rows_read = $2 AND state = 'reading'`,
    [read.nth, kept],
  );
  return rowCount === 1;
}

interface TakingIn {
  /** Rows that are in. */
  readonly kept: number;
  readonly portion: MessagePortion;
}

async function takeIn(connection: PoolClient, nth: number, { kept, portion }: TakingIn): Promise<boolean> {
  const { rowCount } = await connection.query(
    `UPDATE translation SET rows_read = rows_read + $3, bytes_read = $4, peak_memory = $5
     WHERE nth = $1 AND rows_read = $2 AND state = 'reading'`,
    [nth, kept, portion.rows, portion.bytes, peakMemory()],
  );
  if (rowCount === 0) return false;
  await copyIn(connection, `translation_message (${MESSAGE_COLUMNS})`, [portion.lines]);
  failPoint('before-messages');
  return true;
}
