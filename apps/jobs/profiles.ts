import type { Queue } from 'bullmq';
import type { Pool } from 'pg';
import { release, type Claim } from '../../platform/files/claims';
import type { FileStore } from '../../platform/files/file-store';
import { failImport, importFile } from '../../platform/profiles/import';
import { makeRun } from '../../platform/profiles/run';
import { profilesJobId, type ProfilesJob } from '../../platform/queues/profiles';

const AT_ONCE = 100;

/**
 * Queues every import and profiling that has not ended, however often: a queued one is not queued twice, and one whose job was lost
 * with Redis is queued again. Files come in before anybody is profiled.
 */
export async function profilesRound(pool: Pool, queue: Pick<Queue<ProfilesJob>, 'addBulk'>): Promise<void> {
  const { rows } = await pool.query<ProfilesJob>(
    `(SELECT 'import' AS kind, id FROM force_import WHERE state IN ('waiting', 'loading') ORDER BY nth LIMIT ${AT_ONCE})
     UNION ALL
     (SELECT 'run', id FROM profile_run WHERE state IN ('waiting', 'running')
        AND NOT EXISTS (SELECT FROM force_import i WHERE i.state IN ('waiting', 'loading') AND i.made_at < profile_run.made_at)
      ORDER BY nth LIMIT 1)`,
  );
  if (rows.length === 0) return;
  await queue.addBulk(rows.map((job) => ({ name: job.kind, data: job, opts: { jobId: profilesJobId(job) } })));
}

export interface ProfilesTools {
  /** Its statements may take as long as they take. */
  readonly pool: Pool;
  readonly files: FileStore;
}

/** Takes a file in, or profiles everybody. Safe to repeat: it goes on where it was. */
export async function workOnProfiles({ pool, files }: ProfilesTools, { kind, id }: ProfilesJob): Promise<void> {
  if (kind === 'run') return makeRun(pool, id);
  const { rows } = await pool.query<Claim>(
    `SELECT c.id, c.sha256 FROM file_claim c WHERE c.operation = 'import' AND c.command_id = $1`,
    [id],
  );
  const [claim] = rows;
  if (!claim) return failImport(pool, id, 'Its file is not there any more: hand it in again.');
  if (await importFile(pool, id, () => files.open(claim.sha256))) await release(pool, files, rows);
}
