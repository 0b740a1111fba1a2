import type { Pool } from 'pg';
import type { CheckpointedHead, CheckpointWriter } from '../../platform/timeline/checkpoint';

const PAGE = 5_000;

/**
 * Signs where every timeline ends that has grown since the last time.
 *
 * @param since position in the feed up to which heads have been signed
 * @returns the position up to which they now are
 */
export async function checkpointRound(pool: Pool, writer: CheckpointWriter, since: string): Promise<string> {
  for (let from = since; ;) {
    const { rows } = await pool.query<CheckpointedHead & { upTo: string }>(
      `SELECT e.operation, e.sequence, encode(e.hash, 'hex') AS hash, f.up_to AS "upTo"
       FROM (SELECT operation, max(sequence) AS sequence, max(position) AS up_to
             FROM (SELECT * FROM feed WHERE position > $1 ORDER BY position LIMIT ${PAGE}) page GROUP BY operation) f
       JOIN timeline_event e USING (operation, sequence)`,
      [from],
    );
    if (rows.length === 0) return from;
    const heads = rows.map(({ operation, sequence, hash }) => ({ operation, sequence, hash }));
    await writer.append(heads, new Date().toISOString());
    from = rows
      .map(({ upTo }) => BigInt(upTo))
      .reduce((a, b) => (a > b ? a : b))
      .toString();
  }
}
