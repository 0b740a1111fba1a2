import { createReadStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { extractMapping } from '../../domain/translation/extract-mapping.schema';
import { Apertium } from '../../platform/translation/providers/apertium';
import { Gloss } from '../../platform/translation/providers/gloss';
import type { TranslationProvider } from '../../platform/translation/providers/provider';
import { assembleEnglish } from '../../platform/translation/work/assemble';
import { prepare } from '../../platform/translation/work/prepare';
import { workOnRequests } from '../../platform/translation/work/work-on-requests';
import { generateExtract } from '../../samples/phone-extract/generate';
import { median, rounded, timed } from '../measure';
import type { Report } from '../report';

/** As many requests at once as the jobs process has under way. */
const AT_ONCE = 4;
const OPERATION = 'OP-BENCH-PHONE';

export interface PipelineOf {
  readonly owner: Pool;
  readonly jobs: Pool;
  readonly folder: string;
  readonly messages: number;
}

/**
 * Rows a second of a phone extract from its file to its product, over those of a bare loop that sends the same batches to the same
 * providers, one after the other, and does nothing else. The providers are those of this machine.
 */
export async function translatePipelineRatio(
  { owner, jobs, folder, messages }: PipelineOf,
  rounds: number,
  report: Report,
): Promise<number> {
  const apertium = new Apertium();
  const providers: readonly TranslationProvider[] = [apertium, new Gloss()];
  await operationOfItsOwn(owner);
  const ratios: number[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      const { path, owner: holder } = await generateExtract(folder, { messages, format: 'csv', seed: 100 + round });
      const id = `${OPERATION}.T${round}`;
      const open = () => Promise.resolve(createReadStream(path));
      await owner.query(
        `INSERT INTO translation (id, operation, file, sha256, bytes, language, priority) VALUES ($1, $2, 'F1', $1, 1, 'hu', 5)`,
        [id, OPERATION],
      );
      await prepare({ pool: jobs, providers, open }, id);
      await confirm(owner, id, holder);
      const ours = await timed(() => workedThrough(jobs, providers, { id, open }));
      const batches = await sentBatches(owner, id);
      const bare = await timed(() => bareLoop(providers, batches));
      report.round(round, `${messages} messages in English, ms`, { ours, bare });
      ratios.push(bare / ours);
    }
  } finally {
    apertium.close();
  }
  return rounded(median(ratios));
}

/** Of no force, so that nothing is remembered from round to round. */
async function operationOfItsOwn(owner: Pool): Promise<void> {
  await owner.query(
    `INSERT INTO operation (reference, sequence, head_hash, brief, state_sequence, fold_version, state, opened_at, updated_at)
     VALUES ($1, 1, '', '{"reference": "${OPERATION}", "stage": "intelligence-build", "marking": "OFFICIAL", "named": []}', 1, 1, '{}', now(), now())`,
    [OPERATION],
  );
}

async function confirm(owner: Pool, id: string, holder: string): Promise<void> {
  const { rows } = await owner.query<{ mapping: object }>(
    `SELECT recognised -> 'mapping' AS mapping FROM translation WHERE id = $1`,
    [id],
  );
  const mapping = extractMapping.parse({ owner: holder, ...rows[0]?.mapping });
  await owner.query(`UPDATE translation SET mapping = $2, state = 'reading' WHERE id = $1`, [
    id,
    JSON.stringify(mapping),
  ]);
}

interface Extract {
  readonly id: string;
  readonly open: () => Promise<ReturnType<typeof createReadStream>>;
}

async function workedThrough(
  jobs: Pool,
  providers: readonly TranslationProvider[],
  { id, open }: Extract,
): Promise<void> {
  await prepare({ pool: jobs, providers, open }, id);
  const { rows } = await jobs.query<{ translation: number; nth: number }>(
    'SELECT r.translation, r.nth FROM translation_request r JOIN translation t ON t.nth = r.translation WHERE t.id = $1 ORDER BY 2',
    [id],
  );
  const waiting = rows.map(({ nth }) => nth);
  const working = { pool: jobs, providers, stopping: new AbortController().signal };
  const lane = async () => {
    for (let nth = waiting.shift(); nth !== undefined; nth = waiting.shift()) await workOnRequests(working, id, [nth]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const done = await assembleEnglish(jobs, rows[0]?.translation ?? 0, new Set(['gloss']));
  if (!done) throw new Error(`${id} was not worked through`);
}

interface Batch {
  readonly provider: string;
  readonly language: string;
  readonly texts: readonly string[];
}

async function sentBatches(owner: Pool, id: string): Promise<readonly Batch[]> {
  const { rows } = await owner.query<Batch>(
    `SELECT r.provider, r.language, array_agg(u.sent ORDER BY u.unit) AS texts
     FROM translation t JOIN translation_request r ON r.translation = t.nth
       JOIN translation_unit u ON u.translation = t.nth AND u.language = r.language AND u.unit BETWEEN r.first_unit AND r.last_unit
     WHERE t.id = $1 AND r.state = 'answered' GROUP BY r.nth, r.provider, r.language ORDER BY r.nth`,
    [id],
  );
  return rows;
}

async function bareLoop(providers: readonly TranslationProvider[], batches: readonly Batch[]): Promise<void> {
  for (const { provider, language, texts } of batches)
    await providers
      .find(({ id }) => id === provider)
      ?.translate({ texts, from: language, traceId: randomUUID(), signal: new AbortController().signal });
}
