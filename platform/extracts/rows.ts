import type { Readable } from 'node:stream';

/** Opens a file from its beginning; whoever opens it reads it or destroys it. */
export type OpenFile = () => Promise<Readable>;

/** One row of an extract as it is written. */
export interface ExtractRow {
  /** Where it stands, from 1: its line, or its row of a sheet. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with how it is written, in a sentence. */
  readonly broken?: string | undefined;
}

/** Some rows, in their order. */
export interface RowBatch<Row = ExtractRow> {
  readonly rows: readonly Row[];
  /** Of the file, read so far. */
  readonly bytes: number;
}
