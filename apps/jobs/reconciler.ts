import type { Pool } from 'pg';
import type { CommandGateway } from '../../platform/commands/gateway';

/** How long a recorded command may wait for its Update's answer before its workflow is asked to catch up. */
const UNCONFIRMED_FOR = '15 seconds';
const AT_ONCE = 8;
const BATCH = 200;

/**
 * One round of the reconciler: an operation with a command that was recorded but never confirmed may not have folded it,
 * and so may have armed no timer. It is asked to, and what it then knows of is confirmed.
 *
 * @returns whether more may be waiting
 */
export async function reconcileRound(pool: Pool, gateway: CommandGateway): Promise<boolean> {
  const { rows } = await pool.query<{ operation: string }>(
    `SELECT DISTINCT operation FROM recorded_command
     WHERE confirmed_at IS NULL AND recorded_at < now() - interval '${UNCONFIRMED_FOR}' LIMIT ${BATCH}`,
  );
  const waiting = rows.map(({ operation }) => operation);
  const failures: unknown[] = [];
  const lane = async () => {
    for (let operation = waiting.pop(); operation !== undefined; operation = waiting.pop())
      await reconcile(pool, gateway, operation).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failures.length > 0) throw failures[0];
  return rows.length === BATCH;
}

async function reconcile(pool: Pool, gateway: CommandGateway, operation: string): Promise<void> {
  const { sequence } = await gateway.reconcile(operation);
  await pool.query('SELECT confirm_up_to($1, $2)', [operation, sequence]);
}
