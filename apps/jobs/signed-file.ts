import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { transaction } from '../../platform/database/transaction';
import { LineFile } from '../../platform/timeline/checkpoint-file';
import { digestOfLine, signLine } from '../../platform/timeline/signed-line';

export interface SignedFileOptions {
  readonly path: string;
  readonly key: KeyObject;
  /** Number of the advisory lock that is held in the database meanwhile: two processes would fork the chain of lines. */
  readonly lock: number;
}

/** A file of signed lines that is being written. */
export interface SignedFile {
  /** The last line that was there before. */
  readonly last: string | undefined;
  /** Signs and appends a line that follows on from the last one. Once this resolves it survives a power cut. */
  append(value: object): Promise<void>;
}

/** Appends to a file of signed lines, unless another process is at it just now. */
export async function appendSigned(
  pool: Pool,
  { path, key, lock }: SignedFileOptions,
  write: (connection: PoolClient, file: SignedFile) => Promise<void>,
): Promise<void> {
  await transaction(pool, async (connection) => {
    const { rows } = await connection.query<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [lock]);
    if (rows[0]?.held) await opened(path, key, (file) => write(connection, file));
  });
}

async function opened(path: string, key: KeyObject, write: (file: SignedFile) => Promise<void>): Promise<void> {
  const file = await LineFile.open(path);
  const { last } = file;
  let previous = last === undefined ? null : digestOfLine(last);
  const append = async (value: object) => {
    const line = signLine({ ...value, previous }, key);
    await file.append(line);
    previous = digestOfLine(line);
  };
  try {
    await write({ last, append });
  } finally {
    await file.close();
  }
}
