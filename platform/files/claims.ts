import type { Pool, PoolClient } from 'pg';
import { transaction } from '../database/transaction';
import type { FileStore } from './file-store';

/** That a command of an operation needs a content, whether it is recorded yet or not. */
export interface Claim {
  readonly id: string;
  readonly sha256: string;
}

/** One at a time for each content: who claims it waits until its removal is over, and then stores it anew. */
const LOCK = 'pg_advisory_xact_lock(hashtextextended($1, 0))';

/** Claims a content; only then may it be stored. */
export async function claim(pool: Pool, sha256: string, operation: string, commandId: string): Promise<Claim> {
  const { rows } = await pool.query<Claim>(
    `WITH locked AS MATERIALIZED (SELECT ${LOCK})
     INSERT INTO file_claim (sha256, operation, command_id) SELECT $1, $2, $3 FROM locked RETURNING id, sha256`,
    [sha256, operation, commandId],
  );
  return rows[0] as Claim;
}

/** Gives claims up, and removes each content that nobody claims any more. Safe to repeat. */
export async function release(pool: Pool, store: FileStore, claims: readonly Claim[]): Promise<void> {
  for (const [sha256, given] of Map.groupBy(claims, (one) => one.sha256))
    // Where its removal fails, the claims stand.
    await transaction(pool, async (connection) => {
      const isLast = await giveUp(connection, sha256, given);
      if (isLast) await store.remove(sha256);
    });
}

async function giveUp(connection: PoolClient, sha256: string, claims: readonly Claim[]): Promise<boolean> {
  await connection.query(`SELECT ${LOCK}`, [sha256]);
  await connection.query('DELETE FROM file_claim WHERE id = ANY($1)', [claims.map(({ id }) => id)]);
  const { rowCount } = await connection.query('SELECT FROM file_claim WHERE sha256 = $1 LIMIT 1', [sha256]);
  return rowCount === 0;
}
