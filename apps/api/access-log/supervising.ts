import type { Pool, PoolClient } from 'pg';
import { reading } from '../../../platform/timeline/stored-events';

/** The rows that a supervisor of the force `$1` sees: row-level security holds the same from what the transaction says. */
export const SUPERVISED = '(l.force = $1 OR EXISTS (SELECT FROM operation o WHERE o.reference = l.operation))';

/** Reads the access log for a supervisor of a force, in a transaction that says so. */
export function supervising<T>(pool: Pool, force: string, read: (connection: PoolClient) => Promise<T>): Promise<T> {
  return reading(pool, async (connection) => {
    await connection.query(`SELECT set_config('waymark.supervises', $1, true)`, [force]);
    return read(connection);
  });
}
