import type { FlowProducer, Queue } from 'bullmq';
import type { Pool } from 'pg';
import type { FileStore } from '../../platform/files/file-store';
import { extractJobId, requestsFlow, type ExtractJob, type RequestsJob } from '../../platform/queues/extracts';
import { assembleEnglish } from '../../platform/translation/work/assemble';
import { prepare } from '../../platform/translation/work/prepare';
import { workOnRequests } from '../../platform/translation/work/work-on-requests';
import type { TranslationProvider } from '../../platform/translation/providers/provider';

const AT_ONCE = 100;
/** Steps that the process makes by itself. */
const PREPARED = `('recognising', 'reading', 'understanding', 'planning')`;

interface UnderWay {
  readonly id: string;
  readonly nth: number;
  readonly priority: number;
  readonly prepared: boolean;
}

/**
 * Queues whatever is to be done for extracts, however often: what is queued is not queued twice, and what was lost with Redis is queued
 * again. The requests of an extract are a flow: one parent, which puts the English together when all of them have been sent.
 */
export async function extractsRound(
  pool: Pool,
  queue: Pick<Queue<ExtractJob>, 'add' | 'getJob'>,
  flows: Pick<FlowProducer, 'add'>,
): Promise<void> {
  const { rows } = await pool.query<UnderWay>(
    `SELECT id, nth, priority, state IN ${PREPARED} AS prepared FROM translation
     WHERE NOT told AND (state IN ${PREPARED} OR (state = 'translating' AND NOT paused)) ORDER BY priority, nth LIMIT ${AT_ONCE}`,
  );
  for (const { id, nth, priority, prepared } of rows) {
    if (prepared) {
      const job: ExtractJob = { kind: 'prepare', id };
      await queue.add('prepare', job, { jobId: extractJobId(job), priority });
    } else if (!(await queue.getJob(extractJobId({ kind: 'assemble', id })))) {
      const { rows: waiting } = await pool.query<{ nth: number }>(
        `SELECT nth FROM translation_request WHERE translation = $1 AND state = 'waiting' ORDER BY nth`,
        [nth],
      );
      await flows.add(
        requestsFlow(
          id,
          priority,
          waiting.map((request) => request.nth),
        ),
      );
    }
  }
}

export interface ExtractTools {
  readonly pool: Pool;
  readonly files: FileStore;
  readonly providers: readonly TranslationProvider[];
  readonly stopping: AbortSignal;
}

/** Makes an extract ready to be sent, or puts its English together. Safe to repeat: it goes on where it was. */
export async function workOnExtract({ pool, files, providers }: ExtractTools, { kind, id }: ExtractJob): Promise<void> {
  if (kind === 'prepare') return prepare({ pool, providers, open: (sha256) => files.open(sha256) }, id);
  const { rows } = await pool.query<{ nth: number }>('SELECT nth FROM translation WHERE id = $1', [id]);
  const glosses = new Set(providers.filter(({ kind: made }) => made === 'gloss').map((provider) => provider.id));
  for (const { nth } of rows) await assembleEnglish(pool, nth, glosses);
}

/** Sends some requests. Safe to repeat. */
export const sendRequests = (
  { pool, providers, stopping }: ExtractTools,
  { id, requests }: RequestsJob,
): Promise<void> => workOnRequests({ pool, providers, stopping }, id, requests);
