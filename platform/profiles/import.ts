import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import type { Mapping } from '../../domain/profiles/mapping.schema';
import { copyIn } from '../database/copy-in';
import { transaction } from '../database/transaction';
import { failPoint } from '../fail-point';
import { peakMemory } from '../peak-memory';
import { EncodingDetector } from './encoding';
import type { Portion } from './portions';
import { portionsInThread } from './reading-thread';
import { RECORD_COLUMNS } from './record-lines';
import { Unreadable } from './unreadable';

/** Rows that are taken in together: what is lost and done again when a process dies. */
const TOGETHER = 200_000;
interface ImportRow {
  readonly id: string;
  readonly nth: number;
  readonly mapping: Mapping;
  readonly rowsRead: number;
  readonly records: number;
  readonly rejected: number;
  /** The day it was handed in: no record is of a later one. */
  readonly today: string;
}

/**
 * Takes a force's file in, as far as it is not in yet. Its records count when all of it is in, and not before. Safe to repeat, and
 * by two processes at once: one of them gives way.
 *
 * @param open the file, from its beginning
 * @returns whether it has ended, well or not; false where another process is at it
 */
export async function importFile(pool: Pool, id: string, open: () => Promise<Readable>): Promise<boolean> {
  const { rows } = await pool.query<ImportRow>(
    `UPDATE force_import SET state = 'loading' WHERE id = $1 AND state IN ('waiting', 'loading')
     RETURNING id, nth, mapping, rows_read AS "rowsRead", records, rejected,
       to_char(made_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS today`,
    [id],
  );
  const row = rows[0];
  if (!row) return true;
  try {
    const done = await new Import(pool, row).run(open);
    if (!done) return false;
    await end(pool, id);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await failImport(pool, id, error.message);
  }
  return true;
}

/** The same file by the same mapping may have come in meanwhile: then this one is the same, and its records go. */
async function end(pool: Pool, id: string): Promise<void> {
  const ended = `ended_at = clock_timestamp(), peak_memory = greatest(peak_memory, $2)`;
  try {
    await pool.query(`UPDATE force_import SET state = 'loaded', ${ended} WHERE id = $1 AND state = 'loading'`, [
      id,
      peakMemory(),
    ]);
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    await remove(
      pool,
      id,
      `UPDATE force_import SET state = 'same', rejected = 0, records = 0, ${ended} WHERE id = $1`,
      [peakMemory()],
    );
  }
}

/** Ends an import that cannot be taken in; the sentence says what to do. */
export const failImport = (pool: Pool, id: string, problem: string) =>
  remove(
    pool,
    id,
    `UPDATE force_import SET state = 'failed', problem = $2, records = 0, ended_at = clock_timestamp() WHERE id = $1`,
    [problem],
  );

/** Nothing is left half taken in; what was wrong with which row stays to be looked at, where the file failed as a whole. */
async function remove(pool: Pool, id: string, ending: string, values: readonly unknown[]): Promise<void> {
  await transaction(pool, async (connection) => {
    await connection.query('DELETE FROM force_record WHERE import = (SELECT nth FROM force_import WHERE id = $1)', [
      id,
    ]);
    if (ending.includes("'same'"))
      await connection.query('DELETE FROM force_reject WHERE import = (SELECT nth FROM force_import WHERE id = $1)', [
        id,
      ]);
    await connection.query(ending, [id, ...values]);
  });
}

class Import {
  private kept: Kept;

  constructor(
    private readonly pool: Pool,
    private readonly row: ImportRow,
  ) {
    const { rowsRead: rows, records, rejected } = row;
    this.kept = { rows, records, rejected };
  }

  /** @returns false where another process is at it */
  async run(open: () => Promise<Readable>): Promise<boolean> {
    const { nth, mapping, today } = this.row;
    const detector = new EncodingDetector();
    for await (const chunk of await open()) detector.add(chunk as Buffer);
    const encoding = detector.found(mapping.encoding);
    const portions = portionsInThread(open, { nth, mapping, encoding, today, skip: this.kept.rows });
    try {
      let outcome: Outcome;
      do outcome = await this.store(portions);
      while (outcome === 'go-on');
      return outcome === 'ended';
    } finally {
      await portions.return();
    }
  }

  /** Takes the next portions in together, each while others are read. */
  private store(portions: AsyncGenerator<Portion, void>): Promise<Outcome> {
    return transaction(this.pool, async (connection): Promise<Outcome> => {
      const { id } = this.row;
      const { rowCount } = await connection.query(
        `SELECT FROM force_import WHERE id = $1 AND rows_read = $2 AND state = 'loading' FOR UPDATE`,
        [id, this.kept.rows],
      );
      if (rowCount === 0) return 'given-way';
      let kept = this.kept;
      let bytes: number | undefined;
      const rejects: Uint8Array[] = [];
      const recordLines = async function* (until: number) {
        while (kept.rows < until) {
          const { value: portion } = await portions.next();
          bytes = portion?.bytes;
          if (!portion) return;
          kept = {
            rows: portion.rows,
            records: kept.records + portion.records,
            rejected: kept.rejected + portion.rejected,
          };
          rejects.push(portion.rejectLines);
          yield portion.recordLines;
        }
      };
      await copyIn(connection, `force_record (${RECORD_COLUMNS})`, recordLines(this.kept.rows + TOGETHER));
      await copyIn(connection, 'force_reject (import, line, cell, reason, written)', rejects);
      await connection.query(
        `UPDATE force_import SET rows_read = $2, records = $3, rejected = $4, bytes_read = coalesce($5, bytes), peak_memory = $6
         WHERE id = $1`,
        [id, kept.rows, kept.records, kept.rejected, bytes, peakMemory()],
      );
      failPoint('before-import-batch');
      this.kept = kept;
      return bytes === undefined ? 'ended' : 'go-on';
    });
  }
}

/** What of a file is in. */
interface Kept {
  readonly rows: number;
  readonly records: number;
  readonly rejected: number;
}
/** Given way: another process is at it. */
type Outcome = 'go-on' | 'ended' | 'given-way';
