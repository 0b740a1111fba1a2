import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool, SET_BASED_MS } from '../../platform/database/pool';
import { pythonPackage } from '../../platform/embedded/python';
import { scratchDatabase } from '../../platform/embedded/scratch-database';
import { generateForceData } from '../../samples/force-data/generate';
import type { Measured, Report } from '../report';
import { importCopyRatio } from './importing';
import { linkageSplinkRatio, type Linking } from './linking';
import { rfgDuckdbRatio } from './ranking';

/** Brings DuckDB with it. */
const SPLINK = '5.0.0';

export interface ProfileFigures {
  readonly importCopyRatio: number;
  readonly rfgDuckdbRatio: number;
  readonly linkageSplinkRatio: number;
  readonly linkageQuality: Linking['quality'];
}

/** Force data and profiles beside the best of their kind, in a database of their own. */
export async function profiles({ urls, scale }: Measured, report: Report): Promise<ProfileFigures> {
  const database = await scratchDatabase(urls);
  const pool = (url: string) => createPool(url, { name: 'waymark-bench', max: 4, longestMs: SET_BASED_MS });
  const [owner, jobs] = [pool(database.urls.owner), pool(database.urls.jobs)];
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  try {
    const programs = await pythonPackage('splink', SPLINK, 'make bench', (line) => report.line(line));
    report.heading(`${scale.records} records of forces, beside a bare COPY of the same files`);
    const data = await generateForceData(folder, scale.records);
    const imports = await importCopyRatio(owner, jobs, data, scale.rounds, report);
    report.heading('Who is who in them, beside Splink');
    const linking = await linkageSplinkRatio(
      { owner, jobs, url: database.urls.owner, programs, data, folder },
      scale.rounds,
      report,
    );
    report.heading('Everybody ranked, beside the same sums in DuckDB');
    const ranking = await rfgDuckdbRatio(
      { pool: owner, url: database.urls.owner },
      programs,
      scale.people,
      scale.rounds,
      report,
    );
    return {
      importCopyRatio: imports,
      rfgDuckdbRatio: ranking,
      linkageSplinkRatio: linking.ratio,
      linkageQuality: linking.quality,
    };
  } finally {
    await Promise.all([owner.end(), jobs.end()]);
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}
