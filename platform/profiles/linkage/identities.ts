import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { phoneNumberOf, spellingOf } from '../../../domain/profiles/linkage/spelling';

/** Rows that are read and written together. */
const TOGETHER = 20_000;

const SAID = `coalesce(given, '') || '|' || coalesce(surname, '') || '|' || coalesce(birth::text, '') || '|' || coalesce(sex, '') || '|' ||
  coalesce(postcode, '') || '|' || coalesce(phone, '') || '|' || coalesce(document, '')`;

/**
 * Puts what the records of new imports say of people together: what is said alike is one identity. Safe to repeat.
 *
 * @returns the imports that are in now
 */
export async function identify(connection: PoolClient): Promise<readonly number[]> {
  await connection.query(`
    CREATE TEMP TABLE new_import ON COMMIT DROP AS
      SELECT nth AS import FROM force_import WHERE state = 'loaded' EXCEPT SELECT import FROM identified_import`);
  // The records may have come a moment ago.
  await connection.query('SELECT analyse_profiles()');
  await spell(
    connection,
    'written_name (written, plain, sound, code)',
    newTexts('given', 'written_name', 'surname'),
    nameLine,
  );
  await spell(connection, 'written_phone (written, number)', newTexts('phone', 'written_phone'), phoneLine);
  await connection.query(`
    CREATE TEMP TABLE new_record ON COMMIT DROP AS
      SELECT import, line, md5(${SAID})::uuid AS key, given, surname, birth, sex, postcode, phone, document
      FROM force_record WHERE import IN (SELECT import FROM new_import) AND (given IS NOT NULL OR surname IS NOT NULL)`);
  await connection.query('ANALYZE new_record');
  await connection.query(`
    INSERT INTO person_identity (key, given, given_sound, given_code, surname, surname_sound, surname_code, birth, sex, postcode, phone, document)
      SELECT r.key, g.plain, g.sound, g.code, s.plain, s.sound, s.code, r.birth, r.sex, replace(upper(r.postcode), ' ', ''), p.number,
        upper(r.document)
      FROM (SELECT key, min(given) AS given, min(surname) AS surname, min(birth) AS birth, min(sex) AS sex, min(postcode) AS postcode,
          min(phone) AS phone, min(document) AS document FROM new_record GROUP BY key) r
        LEFT JOIN written_name g ON g.written = r.given LEFT JOIN written_name s ON s.written = r.surname
        LEFT JOIN written_phone p ON p.written = r.phone
      WHERE g.plain IS NOT NULL OR s.plain IS NOT NULL
      ORDER BY r.key
    ON CONFLICT (key) DO NOTHING`);
  await connection.query(`
    INSERT INTO record_identity SELECT r.import, r.line, i.id FROM new_record r JOIN person_identity i ON i.key = r.key`);
  await connection.query('INSERT INTO identified_import SELECT import FROM new_import');
  const { rows } = await connection.query<{ import: number }>('SELECT import FROM identified_import ORDER BY import');
  return rows.map((row) => row.import);
}

/** Texts of columns of new records that are not in a table yet. */
const newTexts = (column: string, table: string, also?: string) => `
  SELECT written FROM (
    SELECT ${column} AS written FROM force_record WHERE import IN (SELECT import FROM new_import)
    ${also === undefined ? '' : `UNION ALL SELECT ${also} FROM force_record WHERE import IN (SELECT import FROM new_import)`}
  ) w WHERE written IS NOT NULL AND NOT EXISTS (SELECT FROM ${table} t WHERE t.written = w.written)
  GROUP BY written`;

async function spell(
  connection: PoolClient,
  into: string,
  select: string,
  line: (written: string) => string,
): Promise<void> {
  await connection.query(`DECLARE texts NO SCROLL CURSOR FOR ${select}`);
  for (;;) {
    const { rows } = await connection.query<[string]>({ text: `FETCH ${TOGETHER} FROM texts`, rowMode: 'array' });
    if (rows.length === 0) break;
    const lines = rows.map(([written]) => line(written)).join('');
    await pipeline(Readable.from([Buffer.from(lines)]), connection.query(copyFrom(`COPY ${into} FROM STDIN`)));
  }
  await connection.query('CLOSE texts');
}

const ESCAPED = (written: string) => written.replaceAll(/[\\\t\n\r]/g, (special) => `\\${special}`);

/** What is no name has no plain form, and no identity is made of it alone. */
function nameLine(written: string): string {
  const spelling = spellingOf(written);
  return spelling === undefined ? '' : `${ESCAPED(written)}\t${spelling.plain}\t${spelling.sound}\t${spelling.code}\n`;
}

const phoneLine = (written: string) => `${ESCAPED(written)}\t${phoneNumberOf(written)}\n`;
