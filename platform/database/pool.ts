import { Pool } from 'pg';

export interface PoolOptions {
  /** Shown in `pg_stat_activity`. */
  readonly name: string;
  readonly max: number;
}

/**
 * A pool of connections of one database role. Its timeouts stay below those of whoever waits for an answer, so that a
 * database that hangs is an error and not a standstill.
 */
export function createPool(url: string, { name, max }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    statement_timeout: 5_000,
    keepAlive: true,
  });
  // A connection that breaks, idle or not, is replaced at the next query, which reports whatever is still wrong.
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  return pool;
}
