import type { Pool } from 'pg';
import { transaction } from '../../database/transaction';
import type { Waiting } from './send-request';

/**
 * Parts a request that a program of this machine dies of, so that the text which it dies of is found: its halves wait in its place. One of a
 * single unit is given up, and that unit stays without English.
 */
export async function halveRequest(
  pool: Pool,
  { translation, nth, language, firstUnit, lastUnit }: Waiting,
): Promise<void> {
  await transaction(pool, async (connection) => {
    const { rows } = await connection.query<{ units: number }>(
      `UPDATE translation_request SET state = CASE WHEN units > 1 THEN 'halved' ELSE 'given-up' END
       WHERE translation = $1 AND nth = $2 AND state = 'waiting' RETURNING units`,
      [translation, nth],
    );
    if (rows.length === 0 || rows[0]?.units === 1) return;
    await connection.query(
      `INSERT INTO translation_request (translation, nth, provider, language, first_unit, last_unit, units, characters)
       SELECT r.translation, (SELECT max(nth) FROM translation_request WHERE translation = $1) + h.half, r.provider, r.language,
         h.first_unit, h.last_unit, h.units, h.characters
       FROM translation_request r, (
         SELECT half, (array_agg(unit ORDER BY unit))[1] AS first_unit, (array_agg(unit ORDER BY unit DESC))[1] AS last_unit,
           count(*) AS units, sum(characters) AS characters
         FROM (SELECT unit, characters, ntile(2) OVER (ORDER BY unit) AS half FROM translation_unit
               WHERE translation = $1 AND language = $3 AND unit BETWEEN $4 AND $5 AND answer IS NULL) u
         GROUP BY half) h
       WHERE r.translation = $1 AND r.nth = $2`,
      [translation, nth, language, firstUnit, lastUnit],
    );
  });
}
