import type { Pool } from 'pg';
import type { CommandGateway } from '../../platform/commands/gateway';
import { inLanes } from '../../platform/lanes';

/** How long a recorded command may wait for its Update's answer before its workflow is asked to catch up. */
const UNCONFIRMED_FOR = '15 seconds';
const AT_ONCE = 8;
const PAGE = 200;

type Reconciling = Pick<CommandGateway, 'reconcile'>;

/**
 * One round of the reconciler: an operation with a command that was recorded but never confirmed may not have folded it,
 * and so may have armed no timer. It is asked to, and what it then knows of is confirmed. A closed operation is asked
 * like any other: whether its workflow has closed too is just what is not known.
 *
 * @throws AggregateError of what failed, once every operation has had its turn: one that is stuck holds up no other
 */
export function reconcileRound(pool: Pool, gateway: Reconciling): Promise<void> {
  return reconcileEach(
    pool,
    gateway,
    `SELECT DISTINCT operation AS reference FROM recorded_command
     WHERE operation > $1 AND confirmed_at IS NULL AND recorded_at < clock_timestamp() - interval '${UNCONFIRMED_FOR}'
     ORDER BY operation LIMIT ${PAGE}`,
  );
}

/**
 * Has the workflow of every open operation take up what is recorded, starting those that are not running: after Temporal
 * was restored from an older state, or to have all of them move to a new version.
 *
 * @throws AggregateError of what failed, once every operation has had its turn
 */
export function reconcileAll(pool: Pool, gateway: Reconciling): Promise<void> {
  return reconcileEach(
    pool,
    gateway,
    `SELECT reference FROM operation WHERE reference > $1 AND stage <> 'closed' ORDER BY reference LIMIT ${PAGE}`,
  );
}

async function reconcileEach(pool: Pool, gateway: Reconciling, page: string): Promise<void> {
  const failures: unknown[] = [];
  await inLanes(references(pool, page), AT_ONCE, async (reference) => {
    try {
      const { sequence } = await gateway.reconcile(reference);
      await pool.query('SELECT confirm_up_to($1, $2)', [reference, sequence]);
    } catch (error) {
      // What has gone wrong is seldom more than one thing; a few of them tell.
      if (failures.length < 10) failures.push(error);
    }
  });
  if (failures.length > 0) throw new AggregateError(failures, `not reconciled: ${messageOf(failures[0])}`);
}

async function* references(pool: Pool, page: string): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ reference: string }>(page, [after]);
    for (const { reference } of rows) yield reference;
    if (rows.length < PAGE) return;
    after = (rows[rows.length - 1] as { reference: string }).reference;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
