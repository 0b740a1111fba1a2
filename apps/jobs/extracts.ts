import type { FlowProducer, Queue } from 'bullmq';
import type { Pool } from 'pg';
import type { FileStore } from '../../platform/files/file-store';
import {
  extractJobId,
  requestJobs,
  requestsFlow,
  type ExtractJob,
  type RequestJob,
} from '../../platform/queues/extracts';
import { assembleEnglish } from '../../platform/translation/work/assemble';
import { prepare } from '../../platform/translation/work/prepare';
import { workOnRequest } from '../../platform/translation/work/work-on-request';
import type { TranslationProvider } from '../../platform/translation/providers/provider';

const AT_ONCE = 100;
/** Requests that are queued while others are still planned: more than are sent until the next round. */
const SOME = 50;
/** Steps that the process makes by itself. */
const PREPARED = `('recognising', 'reading', 'understanding')`;

interface UnderWay {
  readonly id: string;
  readonly nth: number;
  readonly priority: number;
  readonly state: 'recognising' | 'reading' | 'understanding' | 'translating';
  readonly paused: boolean;
}

export interface ExtractQueues {
  readonly extracts: Pick<Queue<ExtractJob>, 'add' | 'getJob'>;
  readonly requests: Pick<Queue<RequestJob>, 'addBulk'>;
  readonly flows: Pick<FlowProducer, 'add'>;
}

/**
 * Queues whatever is to be done for extracts, however often: what is queued is not queued twice, and what was lost with Redis is queued
 * again. Requests are sent from the first on; once there will be no more of them, they are a flow: one parent, which puts the English
 * together when all of them have been sent.
 */
export async function extractsRound(pool: Pool, { extracts, requests, flows }: ExtractQueues): Promise<void> {
  const { rows } = await pool.query<UnderWay>(
    `SELECT id, nth, priority, state, paused FROM translation
     WHERE NOT told AND (state IN ${PREPARED} OR (state = 'translating' AND NOT paused)) ORDER BY priority, nth LIMIT ${AT_ONCE}`,
  );
  for (const { id, nth, priority, state, paused } of rows) {
    if (state !== 'translating') {
      const job: ExtractJob = { kind: 'prepare', id };
      await extracts.add('prepare', job, { jobId: extractJobId(job), priority });
      if (state === 'understanding' && !paused) {
        const first = await waitingOf(pool, nth, SOME);
        await requests.addBulk(requestJobs(id, priority, first));
      }
    } else if (!(await extracts.getJob(extractJobId({ kind: 'assemble', id }))))
      await flows.add(requestsFlow(id, priority, await waitingOf(pool, nth)));
  }
}

/** Requests that wait, the first of them or all. */
async function waitingOf(pool: Pool, translation: number, count: number | null = null): Promise<readonly number[]> {
  const { rows } = await pool.query<{ nth: number }>(
    `SELECT nth FROM translation_request WHERE translation = $1 AND state = 'waiting' ORDER BY nth LIMIT $2`,
    [translation, count],
  );
  return rows.map(({ nth }) => nth);
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

/** Sends a request. Safe to repeat. */
export const sendQueued = ({ pool, providers, stopping }: ExtractTools, { id, request }: RequestJob): Promise<void> =>
  workOnRequest({ pool, providers, stopping }, id, request);
