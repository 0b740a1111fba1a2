import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { importFile } from '../../platform/profiles/import';
import { suggestFor } from '../../platform/profiles/suggest';
import type { ForceData } from '../../samples/force-data/generate';
import { LAYOUTS } from '../../samples/force-data/layouts';
import { median, rounded, timed } from '../measure';
import type { Report } from '../report';

/** As large as what a file is read in, on both sides. */
const PIECE = 262_144;

/**
 * Rows a second of an import, over those of a bare COPY of the same files into tables of text, in turns by file: those in UTF-8, as
 * COPY reads no UTF-16. Leaves all files taken in.
 */
export async function importCopyRatio(
  owner: Pool,
  jobs: Pool,
  data: ForceData,
  rounds: number,
  report: Report,
): Promise<number> {
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    // The same file again would be found to be the same.
    await owner.query('TRUNCATE force_import, force_reject, force_record');
    const sides = { ours: 0, bare: 0 };
    for (const { force, columns, delimiter, encoding } of LAYOUTS) {
      const path = data.files[force] as string;
      if (encoding === 'utf-8') sides.bare += await bareCopy(owner, path, columns.length, delimiter);
      const { mapping } = await suggestFor(force, createReadStream(path));
      await owner.query(
        `INSERT INTO force_import (id, force, name, sha256, bytes, mapping, fingerprint, made_by) VALUES ($1, $1, $1, $1, $2, $3, '', 'bench')`,
        [force, statSync(path).size, mapping],
      );
      const ms = await timed(() =>
        importFile(jobs, force, () => Promise.resolve(createReadStream(path, { highWaterMark: PIECE }))),
      );
      if (encoding === 'utf-8') sides.ours += ms;
    }
    report.round(round, 'forces’ files in, ms', sides);
    ratios.push(sides.bare / sides.ours);
  }
  await owner.query('DROP TABLE bare_copy');
  return rounded(median(ratios));
}

async function bareCopy(owner: Pool, path: string, columns: number, delimiter: string): Promise<number> {
  const names = Array.from({ length: columns }, (_, nth) => `c${nth} text`).join(', ');
  await owner.query(`DROP TABLE IF EXISTS bare_copy; CREATE TABLE bare_copy (${names})`);
  const connection = await owner.connect();
  try {
    const copy = `COPY bare_copy FROM STDIN (FORMAT csv, HEADER, DELIMITER E'${delimiter === '\t' ? '\\t' : delimiter}')`;
    return await timed(() =>
      pipeline(createReadStream(path, { highWaterMark: PIECE }), connection.query(copyFrom(copy))),
    );
  } finally {
    connection.release();
  }
}
