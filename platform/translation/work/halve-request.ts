import type { Pool } from 'pg';
import { transaction } from '../../database/transaction';
import type { Waiting } from './send-request';

/**
 * Parts a request that a program of this machine dies of, so that the text which it dies of is found: its halves wait in its place. One of a
 * single unit is given up, and that unit stays without English.
 */
export async function halveRequest(pool: Pool, { translation, nth, language, unitKeys }: Waiting): Promise<void> {
  await transaction(pool, async (connection) => {
    const { rows } = await connection.query<{ units: number }>(
      `UPDATE translation_request SET state = CASE WHEN units > 1 THEN 'halved' ELSE 'given-up' END
       WHERE translation = $1 AND nth = $2 AND state = 'waiting' RETURNING units`,
      [translation, nth],
    );
    if (rows.length === 0 || rows[0]?.units === 1) return;
    // Requests are numbered by whoever holds it: texts may still be looked at.
    await connection.query('SELECT FROM translation WHERE nth = $1 FOR UPDATE', [translation]);
    await connection.query(
      `INSERT INTO translation_request (translation, nth, provider, language, unit_keys, units, characters)
       SELECT r.translation, (SELECT max(nth) FROM translation_request WHERE translation = $1) + h.half, r.provider, r.language,
         h.unit_keys, h.units, h.characters
       FROM translation_request r, (
         SELECT half, array_agg(unit ORDER BY unit) AS unit_keys, count(*) AS units, sum(characters) AS characters
         FROM (SELECT unit, characters, ntile(2) OVER (ORDER BY unit) AS half FROM translation_unit
               WHERE translation = $1 AND language = $3 AND unit = ANY ($4) AND answer IS NULL) u
         GROUP BY half) h
       WHERE r.translation = $1 AND r.nth = $2`,
      [translation, nth, language, unitKeys],
    );
  });
}
