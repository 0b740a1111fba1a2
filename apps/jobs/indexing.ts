import type { Pool } from 'pg';
import { CHANGES_INTEREST, INDEX_VERSION, indexOperation } from '../../platform/deconfliction/indexing';
import type { TimelineJob } from '../../platform/queues/timeline';
import type { Effects } from './inbox';

const BATCH = 50;

/** Keeps the index of de-confliction as operations change. The event stays in the outbox until that is done. */
export function indexing(pool: Pool): Effects {
  const index = async ({ outbox }: TimelineJob) => {
    const { rows } = await pool.query<{ operation: string }>('SELECT operation FROM outbox WHERE id = $1', [outbox]);
    if (rows[0]) await indexOperation(pool, rows[0].operation);
  };
  return Object.fromEntries(CHANGES_INTEREST.map((type) => [type, index]));
}

/**
 * One round: makes the whole index anew where it was made by another version, or never. Goes on where it stopped.
 *
 * @returns whether there is more to do
 */
export async function indexRebuildRound(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ after: string; done: boolean }>(
    'SELECT after, done FROM index_rebuild WHERE version = $1',
    [INDEX_VERSION],
  );
  const { after, done } = rows[0] ?? { after: '', done: false };
  if (done) return false;
  const next = await pool.query<{ reference: string }>(
    `SELECT reference FROM operation WHERE reference > $1 ORDER BY reference LIMIT ${BATCH}`,
    [after],
  );
  const references = next.rows.map(({ reference }) => reference);
  for (const reference of references) await indexOperation(pool, reference);
  await pool.query(
    `INSERT INTO index_rebuild VALUES ($1, $2, $3) ON CONFLICT (version) DO UPDATE SET after = excluded.after, done = excluded.done`,
    [INDEX_VERSION, references.at(-1) ?? after, references.length < BATCH],
  );
  return references.length === BATCH;
}
