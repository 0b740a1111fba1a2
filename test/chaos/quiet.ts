import type { Pool } from 'pg';
import { sleep } from '../../platform/embedded/wait';

/** What is still on its way, each as one line for people. */
async function restless(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `SELECT 'the outbox still holds ' || operation || ' ' || sequence || ', position '
            || coalesce(position::text, 'none') AS line FROM outbox
     UNION ALL
     SELECT operation || ': ' || command || ' at ' || last_sequence || ' is unconfirmed'
     FROM recorded_command WHERE confirmed_at IS NULL
     UNION ALL
     SELECT reference || ': a moment has passed without its act: ' || next_due_at FROM operation
     WHERE stage <> 'closed' AND next_due_at::timestamptz < clock_timestamp() + interval '3 seconds'
     UNION ALL
     SELECT reference || ': a translation is not reported' FROM operation
     WHERE stage NOT IN ('referral', 'closed') AND merged_into IS NULL AND EXISTS (
       SELECT FROM timeline_event asked WHERE asked.operation = reference AND asked.event_type = 'translationRequested'
       AND NOT EXISTS (
         SELECT FROM timeline_event told WHERE told.operation = reference AND told.event_type = 'translationReported'
         AND told.payload_json -> 'translation' = asked.payload_json -> 'translation'))
     UNION ALL
     SELECT operation || ': a merge is under way' FROM (
       SELECT DISTINCT ON (operation) operation, event_type FROM timeline_event
       WHERE event_type IN ('mergeRequested', 'mergedInto', 'mergeAbandoned', 'unmergeRequested', 'unmergeRefused', 'unmerged')
       ORDER BY operation, sequence DESC) latest
     WHERE event_type IN ('mergeRequested', 'unmergeRequested')`,
  );
  return rows.map(({ line }) => line);
}

/**
 * Waits until nothing is on its way any more: outbox empty, every command confirmed, every clock that is due acted on,
 * every translation reported, every merge done or given up. Answers what is not, after `seconds`.
 */
export async function quiet(pool: Pool, seconds: number, signal: AbortSignal): Promise<readonly string[]> {
  for (const until = Date.now() + seconds * 1_000; ; await sleep(250)) {
    signal.throwIfAborted();
    const left = await restless(pool);
    if (left.length === 0 || Date.now() > until) return left;
  }
}
