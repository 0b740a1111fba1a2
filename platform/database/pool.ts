import { Pool } from 'pg';

export interface PoolOptions {
  /** Shown in `pg_stat_activity`. */
  readonly name: string;
  readonly max: number;
  /** How long a statement may take; five seconds where nothing is said. */
  readonly longestMs?: number;
}

const QUICK_MS = 5_000;
/** Enough for what works through all records of forces at once. */
export const SET_BASED_MS = 1_800_000;

/**
 * A pool of connections of one database role. Its timeouts stay below those of whoever waits for an answer, so that a
 * database that hangs is an error and not a standstill.
 */
export function createPool(url: string, { name, max, longestMs = QUICK_MS }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: 3_000,
    query_timeout: longestMs,
    statement_timeout: longestMs,
    keepAlive: true,
    // Compiling a statement may take longer than a quick one takes, and than its time allows.
    ...(longestMs === QUICK_MS ? { options: '-c jit=off' } : {}),
  });
  // A connection that breaks, idle or not, is replaced at the next query, which reports whatever is still wrong.
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  return pool;
}
