import type { Pool } from 'pg';
import { release, type Claim } from '../../platform/files/claims';
import type { FileStore } from '../../platform/files/file-store';
import type { TimelineJob } from '../../platform/queues/timeline';

/** How old a claim must be before nobody can be about to record what it is for. */
const ABANDONED_AFTER = '1 day';
const BATCH = 500;

interface Erasure {
  readonly operation: string;
  readonly file: string;
  /** Of the command that attached it. */
  readonly claims: readonly Claim[];
}

/**
 * Where an event says that a file is erased: erases its name and note, and removes its bytes unless they are needed by
 * another. The event stays in the outbox until that is done. Safe to repeat.
 */
export async function erase(pool: Pool, store: FileStore, { outbox }: TimelineJob): Promise<void> {
  const { rows } = await pool.query<Erasure>(
    `SELECT erased.operation, erased.payload_json ->> 'file' AS file,
            coalesce(jsonb_agg(jsonb_build_object('id', c.id::text, 'sha256', c.sha256)) FILTER (WHERE c.id IS NOT NULL),
                     '[]') AS claims
     FROM outbox b JOIN timeline_event erased USING (operation, sequence)
     JOIN timeline_event attached ON attached.operation = erased.operation AND attached.event_type = 'fileAttached'
       AND attached.payload_json -> 'file' = erased.payload_json -> 'file'
     LEFT JOIN file_claim c ON c.operation = attached.operation AND c.command_id = attached.command_id
     WHERE b.id = $1 AND erased.event_type = 'fileErased' GROUP BY 1, 2`,
    [outbox],
  );
  const erasure = rows[0];
  if (!erasure) return;
  await pool.query('SELECT erase_file_texts($1, $2)', [erasure.operation, erasure.file]);
  await release(pool, store, erasure.claims);
}

/** One round: gives up claims whose command was never recorded, as where the API died in the middle of an upload. */
export async function abandonedRound(pool: Pool, store: FileStore): Promise<boolean> {
  const { rows } = await pool.query<Claim>(
    `SELECT id, sha256 FROM file_claim c
     WHERE claimed_at < clock_timestamp() - interval '${ABANDONED_AFTER}' AND NOT EXISTS (
       SELECT FROM recorded_command r WHERE r.operation = c.operation AND r.command_id = c.command_id)
       AND NOT EXISTS (SELECT FROM force_import i WHERE i.id = c.command_id AND i.state IN ('waiting', 'loading'))
     ORDER BY id LIMIT ${BATCH}`,
  );
  await release(pool, store, rows);
  return rows.length === BATCH;
}
