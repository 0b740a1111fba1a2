import type { PoolClient } from 'pg';
import { phoneNumberOf, spellingOf } from '../../../domain/profiles/linkage/spelling';
import { copyIn, escaped } from '../../database/copy-in';

/** Rows that are read and written together. */
const TOGETHER = 20_000;

const SAID = `coalesce(given, '') || '|' || coalesce(surname, '') || '|' || coalesce(birth::text, '') || '|' || coalesce(sex, '') || '|' ||
  coalesce(postcode, '') || '|' || coalesce(phone, '') || '|' || coalesce(document, '')`;

/** Imports that are in, and those of them whose records are new here. */
export interface Imports {
  readonly all: readonly number[];
  readonly fresh: readonly number[];
}

/**
 * Puts what the records of new imports say of people together: what is said alike is one identity. Safe to repeat;
 * {@link recordIdentities} ends it.
 */
export async function identify(connection: PoolClient): Promise<Imports> {
  const { rows } = await connection.query<{ import: number; isFresh: boolean }>(
    `SELECT nth AS import, NOT EXISTS (SELECT FROM identified_import d WHERE d.import = nth) AS "isFresh"
     FROM force_import WHERE state = 'loaded' ORDER BY nth`,
  );
  const numbers = (some: typeof rows) => some.map((row) => row.import);
  const imports = { all: numbers(rows), fresh: numbers(rows.filter(({ isFresh }) => isFresh)) };
  if (imports.fresh.length === 0) return imports;
  const fresh = `import = ANY ('{${imports.fresh.join(',')}}'::integer[])`;
  // The records may have come a moment ago.
  await connection.query('SELECT analyse_profiles()');
  await spell(
    connection,
    'written_name (written, plain, sound, code)',
    newTexts(fresh, 'given', 'written_name', 'surname'),
    nameLine,
  );
  await spell(connection, 'written_phone (written, number)', newTexts(fresh, 'phone', 'written_phone'), phoneLine);
  await connection.query('DROP TABLE IF EXISTS linking.fresh');
  await connection.query(`
    CREATE UNLOGGED TABLE linking.fresh AS
      SELECT import, line, md5(${SAID})::uuid AS key, given, surname, birth, sex, postcode, phone, document
      FROM force_record WHERE ${fresh} AND (given IS NOT NULL OR surname IS NOT NULL)`);
  await connection.query('ANALYZE linking.fresh');
  // Apart from the insertion, which would keep all of it to one process.
  await connection.query('DROP TABLE IF EXISTS linking.identity');
  await connection.query(`
    CREATE UNLOGGED TABLE linking.identity AS
      SELECT r.key, g.plain AS given, g.sound AS given_sound, g.code AS given_code, s.plain AS surname, s.sound AS surname_sound,
        s.code AS surname_code, r.birth, r.sex, replace(upper(r.postcode), ' ', '') AS postcode, p.number AS phone, upper(r.document) AS document
      FROM (SELECT DISTINCT key, given, surname, birth, sex, postcode, phone, document FROM linking.fresh) r
        LEFT JOIN written_name g ON g.written = r.given LEFT JOIN written_name s ON s.written = r.surname
        LEFT JOIN written_phone p ON p.written = r.phone
      WHERE (g.plain IS NOT NULL OR s.plain IS NOT NULL) AND NOT EXISTS (SELECT FROM person_identity i WHERE i.key = r.key)`);
  // In the order of its index, which else would cost more than the rows.
  await connection.query(`
    INSERT INTO person_identity (key, given, given_sound, given_code, surname, surname_sound, surname_code, birth, sex, postcode, phone, document)
      SELECT * FROM linking.identity ORDER BY key`);
  return imports;
}

/** Says of each new record which identity it tells of. In one transaction of the caller, after that of {@link identify}. */
export async function recordIdentities(connection: PoolClient, { fresh }: Imports): Promise<void> {
  if (fresh.length === 0) return;
  // In the order of its index.
  await connection.query(`
    INSERT INTO record_identity
      SELECT r.import, r.line, i.id FROM linking.fresh r JOIN person_identity i ON i.key = r.key ORDER BY i.id`);
  await connection.query('INSERT INTO identified_import SELECT unnest($1::integer[])', [fresh]);
}

/** Texts of columns of new records that are not in a table yet. */
const newTexts = (fresh: string, column: string, table: string, also?: string) => `
  SELECT written FROM (
    SELECT ${column} AS written FROM force_record WHERE ${fresh}
    ${also === undefined ? '' : `UNION ALL SELECT ${also} FROM force_record WHERE ${fresh}`}
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
    await copyIn(connection, into, [Buffer.from(lines)]);
  }
  await connection.query('CLOSE texts');
}

/** What is no name has no plain form, and no identity is made of it alone. */
function nameLine(written: string): string {
  const spelling = spellingOf(written);
  return spelling === undefined ? '' : `${escaped(written)}\t${spelling.plain}\t${spelling.sound}\t${spelling.code}\n`;
}

const phoneLine = (written: string) => `${escaped(written)}\t${phoneNumberOf(written)}\n`;
