import type { Pool, PoolClient } from 'pg';
import { requestsOf } from '../../../domain/translation/requests';
import { copyIn, copyLine } from '../../database/copy-in';
import { transaction } from '../../database/transaction';
import type { TranslationProvider } from '../providers/provider';

/** Which provider puts which language into English. */
export type Routes = ReadonlyMap<string, TranslationProvider>;

/** Units that are read together. */
const TOGETHER = 50_000;

interface Unit {
  readonly unit: string;
  readonly characters: number;
  /** As providers are asked to: only its length matters here. */
  readonly text: { readonly length: number };
}

/**
 * Takes what the force has had put into English before from its memory, and plans a request for all else, within what its provider takes at
 * once. What no provider knows the language of has none. Safe to repeat.
 *
 * @returns false where the work was called off meanwhile
 */
export async function planRequests(
  pool: Pool,
  { nth, force, routes }: { readonly nth: number; readonly force: string | null; readonly routes: Routes },
): Promise<boolean> {
  return transaction(pool, async (connection) => {
    const { rowCount } = await connection.query(
      `SELECT FROM translation WHERE nth = $1 AND state = 'planning' FOR UPDATE`,
      [nth],
    );
    if (rowCount === 0) return false;
    await connection.query('SELECT analyse_translation()');
    for (const [language, provider] of routes) await remember(connection, { nth, force, language, provider });
    await connection.query('DELETE FROM translation_request WHERE translation = $1', [nth]);
    let planned = 0;
    for (const [language, provider] of routes)
      planned = await planLanguage(connection, { nth, language, provider, planned });
    await connection.query(
      `UPDATE translation SET state = 'translating', sent_from = clock_timestamp(), units = u.units, characters = u.characters,
         remembered = u.remembered, units_done = u.remembered, characters_done = u.characters_remembered
       FROM (SELECT count(*) AS units, coalesce(sum(characters), 0) AS characters, count(*) FILTER (WHERE remembered) AS remembered,
               coalesce(sum(characters) FILTER (WHERE remembered), 0) AS characters_remembered
             FROM translation_unit WHERE translation = $1 AND (remembered OR language = ANY ($2))) u
       WHERE nth = $1`,
      [nth, [...routes.keys()]],
    );
    return true;
  });
}

interface OfLanguage {
  readonly nth: number;
  readonly language: string;
  readonly provider: TranslationProvider;
}

async function remember(
  connection: PoolClient,
  { nth, force, language, provider }: OfLanguage & { readonly force: string | null },
): Promise<void> {
  await connection.query(
    `UPDATE translation_unit u SET answer = m.answer, provider = m.provider, version = m.version, remembered = true
     FROM translation_memory m
     WHERE u.translation = $1 AND u.language = $2 AND u.answer IS NULL AND m.force = $3 AND m.unit = u.unit AND m.provider = $4 AND m.version = $5`,
    [nth, language, force, provider.id, provider.version],
  );
}

/** @returns how many requests there are now */
async function planLanguage(
  connection: PoolClient,
  { nth, language, provider, planned }: OfLanguage & { readonly planned: number },
): Promise<number> {
  await connection.query(
    `DECLARE units NO SCROLL CURSOR FOR SELECT unit, characters FROM translation_unit
     WHERE translation = $1 AND language = $2 AND answer IS NULL ORDER BY unit`,
    [nth, language],
  );
  let count = planned;
  let open: Unit[] = [];
  const write = async (requests: readonly (readonly Unit[])[]) => {
    const lines = requests.map((units) => {
      count += 1;
      const characters = units.reduce((sum, unit) => sum + unit.characters, 0);
      const [first, last] = [units[0] as Unit, units.at(-1) as Unit];
      return copyLine([nth, count, provider.id, language, first.unit, last.unit, units.length, characters]);
    });
    await copyIn(
      connection,
      'translation_request (translation, nth, provider, language, first_unit, last_unit, units, characters)',
      [Buffer.from(lines.join(''))],
    );
  };
  for (;;) {
    const { rows } = await connection.query<Omit<Unit, 'text'>>(`FETCH ${TOGETHER} FROM units`);
    const units = rows.map((row) => ({ ...row, text: { length: row.characters } }));
    const requests = requestsOf([...open, ...units], provider.limits);
    // More may go into the last of them, unless there is none.
    open = rows.length === 0 ? [] : [...(requests.at(-1) ?? [])];
    await write(rows.length === 0 ? requests : requests.slice(0, -1));
    if (rows.length === 0) break;
  }
  await connection.query('CLOSE units');
  return count;
}
