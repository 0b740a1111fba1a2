import type { Pool } from 'pg';
import type { CommandGateway } from '../../platform/commands/gateway';
import { inLanes } from '../../platform/lanes';

/** How long a recorded command may wait for its Update's answer before its workflow is asked to catch up. */
const UNCONFIRMED_FOR = '15 seconds';
const AT_ONCE = 8;
const PAGE = 200;

type Reconciling = Pick<CommandGateway, 'reconcile'>;

/** How long a clock may be overdue before it is taken to ring nowhere: its workflow may be lost. */
const OVERDUE_FOR = '1 minute';

const WAITING = `
  SELECT reference FROM (
    SELECT operation AS reference FROM recorded_command
    WHERE confirmed_at IS NULL AND recorded_at < clock_timestamp() - interval '${UNCONFIRMED_FOR}'
    UNION
    SELECT reference FROM operation WHERE next_due_at < rfc3339(clock_timestamp() - interval '${OVERDUE_FOR}')
  ) waiting WHERE reference > $1 ORDER BY reference LIMIT ${PAGE}`;

/**
 * One round of the reconciler. An operation with a command that was recorded but never confirmed may not have folded it,
 * and so may have armed no timer; one whose moment has passed has no timer at all. Each is asked to take up what is
 * recorded, and started where its workflow is gone; what it then knows of is confirmed. A closed operation is asked like
 * any other: whether its workflow has closed too is just what is not known.
 *
 * @throws AggregateError of what failed, once every operation has had its turn: one that is stuck holds up no other
 */
export async function reconcileRound(pool: Pool, gateway: Reconciling): Promise<void> {
  const failures: unknown[] = [];
  await inLanes(references(pool), AT_ONCE, async (reference) => {
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

async function* references(pool: Pool): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ reference: string }>(WAITING, [after]);
    for (const { reference } of rows) yield reference;
    if (rows.length < PAGE) return;
    after = (rows[rows.length - 1] as { reference: string }).reference;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
