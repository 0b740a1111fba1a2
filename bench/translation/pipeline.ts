import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { Apertium } from '../../platform/translation/providers/apertium';
import { AzureTranslator } from '../../platform/translation/providers/azure';
import { Gloss } from '../../platform/translation/providers/gloss';
import type { TranslationProvider } from '../../platform/translation/providers/provider';
import { ExtractWork } from '../../samples/phone-extract/extract-work';
import { generateExtract } from '../../samples/phone-extract/generate';
import { median, rounded, timed } from '../measure';
import type { Report } from '../report';
import { azureApart, KEY } from './azure';

/** As many requests at once as the jobs process has under way. */
const AT_ONCE = 4;
const OPERATION = 'OP-BENCH-PHONE';

export interface PipelineOf {
  readonly owner: Pool;
  readonly jobs: Pool;
  readonly folder: string;
  readonly messages: number;
}

export interface PipelineRatios {
  /** By Azure's protocol, as fast as its fastest tier is. */
  readonly azure: number;
  /** By the programs of this machine, which take part of its processors. */
  readonly ownMachine: number;
}

/**
 * Rows a second of a phone extract from its file to its product, over those of a bare loop that sends the same batches to the same
 * providers, as many at once, and does nothing else.
 */
export async function pipelineRatios(of: PipelineOf, rounds: number, report: Report): Promise<PipelineRatios> {
  await operationOfItsOwn(of.owner);
  const [server, apertium, gloss] = [await azureApart(), new Apertium(), new Gloss()];
  const azure = new AzureTranslator({ endpoint: server.address, credential: { key: KEY }, pencePerMillion: 0 });
  try {
    return {
      azure: await ratioBy([azure], of, { rounds, report }),
      ownMachine: await ratioBy([apertium, gloss], of, { rounds, report }),
    };
  } finally {
    server.close();
    apertium.close();
    await gloss.close();
  }
}

async function ratioBy(
  providers: readonly TranslationProvider[],
  { owner, jobs, folder, messages }: PipelineOf,
  { rounds, report }: { readonly rounds: number; readonly report: Report },
): Promise<number> {
  const work = new ExtractWork(jobs, providers);
  const ids = providers.map((provider) => provider.id);
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const { path, owner: holder } = await generateExtract(folder, { messages, format: 'csv', seed: 100 + round });
    const id = `${OPERATION}.${ids.join('-')}${round}`;
    await work.ask({ id, operation: OPERATION, path });
    await work.confirm(id, ids, holder);
    const ours = await timed(() => work.workThrough(id, AT_ONCE));
    if ((await work.row<{ state: string }>(id)).state !== 'translated') throw new Error(`${id} was not worked through`);
    const batches = await sentBatches(owner, id);
    const bare = await timed(() => bareLoop(providers, batches));
    report.round(round, `${messages} messages in English by ${ids.join(' and ')}, ms`, { ours, bare });
    ratios.push(bare / ours);
    // Or the next phone would cost less.
    await owner.query('DELETE FROM translation_memory');
  }
  return rounded(median(ratios));
}

/** Of a force that lets its messages leave. */
async function operationOfItsOwn(owner: Pool): Promise<void> {
  await owner.query(
    `INSERT INTO operation (reference, sequence, head_hash, brief, state_sequence, fold_version, state, opened_at, updated_at)
     VALUES ($1, 1, '', $2, 1, 1, '{}', now(), now())`,
    [
      OPERATION,
      { reference: OPERATION, stage: 'intelligence-build', leadForce: 'norfolk', marking: 'OFFICIAL', named: [] },
    ],
  );
  await owner.query(
    `INSERT INTO premises_rule (force, version, may_leave_up_to, made_by) VALUES ('norfolk', 1, 'OFFICIAL', 'bench')`,
  );
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
       JOIN translation_unit u ON u.translation = t.nth AND u.language = r.language AND u.unit = ANY (r.unit_keys)
     WHERE t.id = $1 AND r.state = 'answered' GROUP BY r.nth, r.provider, r.language ORDER BY r.nth`,
    [id],
  );
  return rows;
}

async function bareLoop(providers: readonly TranslationProvider[], batches: readonly Batch[]): Promise<void> {
  const waiting = batches.values();
  const lane = async () => {
    for (const { provider, language, texts } of waiting)
      await providers
        .find(({ id }) => id === provider)
        ?.translate({ texts, from: language, traceId: randomUUID(), signal: new AbortController().signal });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
