import { randomUUID } from 'node:crypto';
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
 * COPY reads no UTF-16.
 */
export async function importCopyRatio(
  owner: Pool,
  jobs: Pool,
  data: ForceData,
  rounds: number,
  report: Report,
): Promise<number> {
  const layouts = LAYOUTS.filter(({ encoding }) => encoding === 'utf-8');
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const sides = { ours: 0, bare: 0 };
    for (const { force, columns, delimiter } of layouts) {
      const path = data.files[force] as string;
      sides.bare += await bareCopy(owner, path, columns.length, delimiter);
      const { mapping } = await suggestFor(force, createReadStream(path));
      const id = randomUUID();
      await owner.query(
        `INSERT INTO force_import (id, force, name, sha256, bytes, mapping, fingerprint, made_by) VALUES ($1, $2, $2, $1, $3, $4, '', 'bench')`,
        [id, force, statSync(path).size, mapping],
      );
      sides.ours += await timed(() =>
        importFile(jobs, id, () => Promise.resolve(createReadStream(path, { highWaterMark: PIECE }))),
      );
    }
    report.round(round, 'nine forces’ files in, ms', sides);
    ratios.push(sides.bare / sides.ours);
  }
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
