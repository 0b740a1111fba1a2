import type { Pool } from 'pg';

/** Does something while no event can be recorded on an operation. */
export async function whileHeld<T>(pool: Pool, reference: string, act: () => Promise<T>): Promise<T> {
  const holding = await pool.connect();
  try {
    await holding.query('BEGIN');
    await holding.query('SELECT FROM operation WHERE reference = $1 FOR UPDATE', [reference]);
    return await act();
  } finally {
    await holding.query('ROLLBACK');
    holding.release();
  }
}
