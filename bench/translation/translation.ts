import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool, SET_BASED_MS } from '../../platform/database/pool';
import { scratchDatabase } from '../../platform/embedded/scratch-database';
import type { Measured, Report } from '../report';
import { languageDetection } from './languages';
import { pipelineRatios } from './pipeline';

export interface TranslationFigures {
  readonly translatePipelineRatio: number;
  readonly translatePipelineOwnMachineRatio: number;
  readonly languageDetection: ReturnType<typeof languageDetection>;
}

/** A phone in English beside a bare loop, in a database of its own, and how well languages are told. */
export async function translation({ urls, scale }: Measured, report: Report): Promise<TranslationFigures> {
  const database = await scratchDatabase(urls);
  const pool = (url: string) => createPool(url, { name: 'waymark-bench', max: 8, longestMs: SET_BASED_MS });
  const [owner, jobs] = [pool(database.urls.owner), pool(database.urls.jobs)];
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  try {
    report.heading('A phone in English, beside a bare loop');
    const pipeline = await pipelineRatios({ owner, jobs, folder, messages: scale.messages }, scale.rounds, report);
    report.heading('Languages of short messages, beside libraries alone');
    return {
      translatePipelineRatio: pipeline.azure,
      translatePipelineOwnMachineRatio: pipeline.ownMachine,
      languageDetection: languageDetection(report),
    };
  } finally {
    await Promise.all([owner.end(), jobs.end()]);
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}
