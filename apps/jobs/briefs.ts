import type { Pool } from 'pg';
import { briefOf } from '../../domain/operation/brief';
import { inLanes } from '../../platform/lanes';
import { currentOperation } from '../../platform/timeline/current';

const AT_ONCE = 4;
const PAGE = 200;

/** As the partial index `operation_brief_behind` has it, which is empty but after a release. */
const BEHIND = `SELECT reference FROM operation WHERE NOT brief ? 'deadlines' AND reference > $1 ORDER BY reference LIMIT ${PAGE}`;

/**
 * One round: works out the briefs anew that lack what this release has added to them. Rows have such a brief since before the
 * release, or from a workflow that goes on in an earlier version and so writes one with each event.
 *
 * @throws AggregateError of what failed, once every operation has had its turn: one that is stuck holds up no other
 */
export async function briefsRound(pool: Pool): Promise<void> {
  const failures: unknown[] = [];
  await inLanes(references(pool), AT_ONCE, async (reference) => {
    try {
      const current = await currentOperation(pool, reference);
      if (!current) return;
      const { state } = current;
      await pool.query('SELECT keep_brief($1, $2, $3)', [reference, state.sequence, JSON.stringify(briefOf(state))]);
    } catch (error) {
      if (failures.length < 10) failures.push(error);
    }
  });
  if (failures.length > 0) throw new AggregateError(failures, 'briefs were not brought up to date');
}

async function* references(pool: Pool): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ reference: string }>(BEHIND, [after]);
    for (const { reference } of rows) yield reference;
    if (rows.length < PAGE) return;
    after = (rows[rows.length - 1] as { reference: string }).reference;
  }
}
