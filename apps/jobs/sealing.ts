import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { MerkleTree } from '../../platform/access-log/merkle';
import { lastPlace, leafOf, placesBetween } from '../../platform/access-log/places';
import { readSeal } from '../../platform/access-log/seal';
import { appendSigned } from './signed-file';

/** Rows that one line covers: among so many `verify` names an altered one that fits itself. */
const ROWS_A_LINE = 1_000;
const LOCK = 1466006894;

/**
 * Gives the rows of the access log that have none their places, and signs what stands in them, as lines of a file outside the
 * database. Places are committed before they are signed, and gapless: a row that commits late is in a later line.
 */
export async function sealingRound(pool: Pool, path: string, key: KeyObject): Promise<void> {
  while ((await place(pool)) === ROWS_A_LINE);
  await appendSigned(pool, { path, key, lock: LOCK }, async (connection, file) => {
    const end = await lastPlace(connection);
    for (let from = goOnFrom(file.last, key, end); from <= end;) {
      const to = Math.min(from + ROWS_A_LINE - 1, end);
      const root = await rootOf(connection, from, to);
      await file.append({ log: 'access', at: new Date().toISOString(), from, to, root });
      from = to + 1;
    }
  });
}

async function place(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ placed: number }>('SELECT place_accesses($1) AS placed', [ROWS_A_LINE]);
  return rows[0]?.placed ?? 0;
}

/** From the beginning where the last line cannot be trusted, or knows places that the database has since lost. */
function goOnFrom(last: string | undefined, key: KeyObject, end: number): number {
  const to = last === undefined ? 0 : (readSeal(last, key)?.to ?? 0);
  return to > end ? 1 : to + 1;
}

async function rootOf(connection: PoolClient, from: number, to: number): Promise<string> {
  const tree = new MerkleTree();
  for await (const place of placesBetween(connection, from, to)) tree.add(leafOf(place));
  return tree.root;
}
