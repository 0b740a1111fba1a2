import type { Pool, PoolClient } from 'pg';

/** Does several things together or not at all. */
export async function transaction<T>(pool: Pool, act: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('BEGIN');
    const result = await act(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    // Its transaction is of no more use: the connection is thrown away with it.
    broken = error as Error;
    throw error;
  } finally {
    connection.release(broken);
  }
}
