import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { linkQuality } from '../../apps/cli/profiles/link-quality';
import { projectRoot } from '../../platform/checkout';
import { copyOut } from '../../platform/database/copy-out';
import { link } from '../../platform/profiles/linkage/link';
import type { ForceData } from '../../samples/force-data/generate';
import { median, rounded, timed } from '../measure';
import type { Report } from '../report';

/** How well records were linked, over all pairs of them (`apps/cli/profiles/link-quality.ts`). */
export interface Quality {
  readonly precision: number;
  readonly recall: number;
}
export interface Linking {
  readonly ratio: number;
  readonly quality: { readonly ours: Quality; readonly splink: Quality };
}

/** What was found of people; how names are spelled is known from before. */
const FORGET = `
  TRUNCATE person_identity, record_identity, identified_import, person_member, person_link, link_decision, linkage RESTART IDENTITY CASCADE`;

/** The records with names and numbers as we have normalised them: Splink compares what it is given. */
const RECORDS = `
  SELECT i.force || ':' || r.line AS record_id, g.plain AS given, s.plain AS surname, r.birth, r.sex, r.postcode, p.number AS phone, r.document
  FROM force_record r JOIN force_import i ON i.nth = r.import LEFT JOIN written_name g ON g.written = r.given
    LEFT JOIN written_name s ON s.written = r.surname LEFT JOIN written_phone p ON p.written = r.phone
  WHERE g.plain IS NOT NULL OR s.plain IS NOT NULL`;

interface Place {
  readonly owner: Pool;
  readonly jobs: Pool;
  /** Of the database, as its owner. */
  readonly url: string;
  /** Python, with Splink. */
  readonly programs: string;
  readonly data: ForceData;
  /** For files that pass from one to the other. */
  readonly folder: string;
}

/**
 * Time to link all records that are in, over that of Splink on DuckDB, in turns. Ours is from records in PostgreSQL to people in
 * PostgreSQL; Splink's from a CSV file to clusters in its own memory. Both know how names are spelled before.
 */
export async function linkageSplinkRatio(
  { owner, jobs, url, programs, data, folder }: Place,
  rounds: number,
  report: Report,
): Promise<Linking> {
  await link(jobs);
  const records = join(folder, 'records.csv');
  await write(owner, RECORDS, records);
  const forces = Object.keys(data.files);
  const ratios: number[] = [];
  let quality: Linking['quality'] | undefined;
  for (let round = 1; round <= rounds; round++) {
    await owner.query(FORGET);
    const ours = await timed(() => link(jobs));
    const { stdout } = await promisify(execFile)(join(programs, 'python'), [
      join(projectRoot(), 'bench', 'profiles', 'link_splink.py'),
      records,
      data.truth,
    ]);
    const splink = JSON.parse(stdout.trim().split('\n').at(-1) as string) as Quality & { readonly seconds: number };
    report.round(round, 'records linked, ms', { ours, bare: splink.seconds * 1_000 });
    ratios.push(ours / (splink.seconds * 1_000));
    const own = await linkQuality(
      url,
      data.truth,
      forces.map((force) => [force, force] as const),
    );
    quality = {
      ours: { precision: own.linkPrecision, recall: own.linkRecall },
      splink: { precision: splink.precision, recall: splink.recall },
    };
  }
  if (!quality) throw new Error('No round was measured');
  report.line(`precision and recall: ${said(quality.ours)} beside ${said(quality.splink)}`);
  return { ratio: rounded(median(ratios)), quality };
}

const said = ({ precision, recall }: Quality) => `${precision} and ${recall}`;

async function write(owner: Pool, select: string, path: string): Promise<void> {
  const connection = await owner.connect();
  try {
    await pipeline(copyOut(connection, `COPY (${select}) TO STDOUT (FORMAT csv, HEADER)`), createWriteStream(path));
  } finally {
    connection.release();
  }
}
