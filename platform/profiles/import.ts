import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Readable as Stream } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Mapping } from '../../domain/profiles/mapping.schema';
import { isRejection, rowReader, type ReadRow, type Rejection } from '../../domain/profiles/read-row';
import { failPoint } from '../fail-point';
import { csvRows, type CsvBatch, type CsvRow } from './csv';
import { EncodingDetector } from './encoding';
import { escaped, recordLine, RECORD_COLUMNS } from './record-lines';
import { Unreadable } from './unreadable';

/** Rows that are taken in together: what is lost and done again when a process dies. */
const TOGETHER = 20_000;
/** What is handed to the database at once: in small pieces it would wait for each while rows are read. */
const PIECE = 1_000_000;
/** Of a row that is not taken in, as much as is kept. */
const WRITTEN_LIMIT = 4_000;

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
      process.resourceUsage().maxRSS * 1_024,
    ]);
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    await remove(
      pool,
      id,
      `UPDATE force_import SET state = 'same', rejected = 0, records = 0, ${ended} WHERE id = $1`,
      [process.resourceUsage().maxRSS * 1_024],
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
  private readRow: ReadRow | undefined;
  private header: readonly string[] = [];
  private read = 0;
  private kept: { readonly rows: number; readonly records: number; readonly rejected: number };
  private records = new Lines();
  private rejects = new Lines();
  private keeping: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly pool: Pool,
    private readonly row: ImportRow,
  ) {
    this.kept = { rows: row.rowsRead, records: row.records, rejected: row.rejected };
  }

  /** @returns false where another process is at it */
  async run(open: () => Promise<Readable>): Promise<boolean> {
    const { mapping } = this.row;
    const detector = new EncodingDetector();
    for await (const chunk of await open()) detector.add(chunk as Buffer);
    const encoding = detector.found(mapping.encoding);
    for await (const batch of csvRows(await open(), { encoding, delimiter: mapping.delimiter })) {
      this.take(batch);
      if (this.read - this.kept.rows >= TOGETHER && !(await this.keep(batch.bytes))) return false;
    }
    if (this.readRow === undefined) throw new Unreadable('The file has no header.');
    if (this.read === 0) throw new Unreadable('The file has a header and no record.');
    return (await this.keep(undefined)) && (await this.keeping);
  }

  private take({ rows }: CsvBatch): void {
    for (const row of rows) {
      if (this.readRow === undefined) {
        this.begin(row.cells);
        continue;
      }
      this.read += 1;
      if (this.read <= this.kept.rows) continue;
      const read = row.broken === undefined ? this.readRow(row.cells) : { reason: row.broken };
      if (isRejection(read)) this.reject(row, read);
      else this.records.add(recordLine(this.row.nth, row.line, read, row.isPlain));
    }
  }

  private begin(cells: readonly string[]): void {
    this.header = cells.map((cell) => cell.trim());
    const twice = this.header.find((title, at) => title !== '' && this.header.indexOf(title) !== at);
    if (twice !== undefined) throw new Unreadable(`Two columns are called “${twice}”: rename one of them.`);
    try {
      this.readRow = rowReader(this.row.mapping, this.header, this.row.today);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Unreadable(
        `${error.message} It has: ${this.header
          .map((title) => `“${title}”`)
          .join(', ')
          .slice(0, 1_000)}.`,
      );
    }
  }

  private reject({ line, cells }: CsvRow, { column, reason }: Rejection): void {
    const written = JSON.stringify(cells).slice(0, WRITTEN_LIMIT);
    const values = [column, reason, written].map((value) => escaped(value?.replaceAll('\0', '')));
    this.rejects.add(`${this.row.nth}\t${line}\t${values.join('\t')}\n`);
  }

  /** Keeps what was read since the last time, while more is read on. */
  private async keep(bytes: number | undefined): Promise<boolean> {
    if (!(await this.keeping)) return false;
    const { records, rejects, kept, read } = this;
    this.records = new Lines();
    this.rejects = new Lines();
    this.kept = { rows: read, records: kept.records + records.count, rejected: kept.rejected + rejects.count };
    this.keeping = this.store({ records, rejects, before: kept.rows, bytes });
    // Thrown where it is awaited.
    this.keeping.catch(() => undefined);
    return true;
  }

  private store({ records, rejects, before, bytes }: Batch): Promise<boolean> {
    const { id } = this.row;
    const { rows, records: recordsSoFar, rejected } = this.kept;
    return transaction(this.pool, async (connection) => {
      const { rowCount } = await connection.query(
        `UPDATE force_import SET rows_read = $2, records = $3, rejected = $4, bytes_read = coalesce($5, bytes), peak_memory = $6
         WHERE id = $1 AND rows_read = $7 AND state = 'loading'`,
        [id, rows, recordsSoFar, rejected, bytes, process.resourceUsage().maxRSS * 1_024, before],
      );
      if (rowCount === 0) return false;
      await copyLines(connection, `COPY force_record (${RECORD_COLUMNS}) FROM STDIN`, records);
      await copyLines(connection, 'COPY force_reject (import, line, cell, reason, written) FROM STDIN', rejects);
      failPoint('before-import-batch');
      return true;
    });
  }
}

interface Batch {
  readonly records: Lines;
  readonly rejects: Lines;
  readonly before: number;
  readonly bytes: number | undefined;
}

/** Lines of COPY, put together as they come so that nothing of the file is held by them. */
class Lines {
  count = 0;
  readonly pieces: Buffer[] = [];
  private text = '';

  add(line: string): void {
    this.count += 1;
    this.text += line;
    if (this.text.length > PIECE) this.close();
  }

  close(): void {
    this.pieces.push(Buffer.from(this.text));
    this.text = '';
  }
}

async function copyLines(connection: PoolClient, statement: string, lines: Lines): Promise<void> {
  if (lines.count === 0) return;
  lines.close();
  await pipeline(Stream.from(lines.pieces), connection.query(copyFrom(statement)));
}

async function transaction<T>(pool: Pool, act: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('BEGIN');
    const result = await act(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    connection.release(broken);
  }
}
