import type { Pool, PoolClient } from 'pg';
import type { Lexicon } from '../../../domain/translation/lexicon.schema';
import { copyIn } from '../../database/copy-in';
import { transaction } from '../../database/transaction';
import { failPoint } from '../../fail-point';
import { peakMemory } from '../../peak-memory';
import { countriesFor } from './countries';
import { FIRST_UUID } from './keys';
import { TEXT_COLUMNS, UNIT_COLUMNS, type Looked, type WrittenText } from './looked';
import { lookingThread, type LookingThread } from './looking-thread';
import { planRequests, type NewUnit, type Planning } from './plan-requests';

/** Distinct texts that are looked at together. */
const TOGETHER = 2_000;
/** Beyond so many names, what an extract calls people is no help to tell names in its texts. [P] */
const MOST_NAMES = 20_000;

export interface ToUnderstand extends Planning {
  /** That the extract is said to be in. */
  readonly language: string;
  readonly lexicon: Lexicon;
  /** Most characters that a unit may have. */
  readonly longest: number;
}

/**
 * Tells the language of each distinct text, what in it means the same in every language, what of the lexicon is in it, and plans the requests
 * for what of it is to be sent: those can be sent while further texts are looked at. Safe to repeat: it goes on where it was.
 *
 * @returns false where the work was called off meanwhile
 */
export async function understandTexts(pool: Pool, understanding: ToUnderstand): Promise<boolean> {
  const { nth, language, lexicon, longest } = understanding;
  await pool.query('SELECT analyse_translation()');
  const written = await namesOf(pool, nth);
  const thread = lookingThread({ nth, written, countries: countriesFor(language), lexicon, longest });
  try {
    let looking = lookOn(pool, thread, nth, await lastOf(pool, nth));
    for (let times = 1; ; times += 1) {
      const seen = await looking;
      if (!seen.isLast) {
        looking = lookOn(pool, thread, nth, seen.last);
        // Where taking in fails, nobody waits for it.
        looking.catch(() => undefined);
      }
      await transaction(pool, (connection) => takeIn(connection, understanding, seen));
      failPoint('amid-understanding');
      // Requests are sent meanwhile: what has doubled is planned for as it is now.
      if (seen.isLast || Number.isInteger(Math.log2(times))) await pool.query('SELECT analyse_translation()');
      if (seen.isLast) return true;
    }
  } catch (error) {
    if (error instanceof CalledOff) return false;
    throw error;
  } finally {
    await thread.end();
  }
}

/** The work was called off, or another process is at it: what was done of it is taken back. */
class CalledOff extends Error {}

async function namesOf(pool: Pool, nth: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT DISTINCT name FROM translation_message, LATERAL (VALUES (sender), (recipient)) AS named (name)
     WHERE translation = $1 AND name IS NOT NULL LIMIT ${MOST_NAMES}`,
    [nth],
  );
  return rows.map(({ name }) => name);
}

async function lastOf(queries: Pick<Pool, 'query'>, nth: number): Promise<string> {
  const { rows } = await queries.query<{ text: string }>(
    'SELECT text FROM translation_text WHERE translation = $1 ORDER BY text DESC LIMIT 1',
    [nth],
  );
  return rows[0]?.text ?? FIRST_UUID;
}

/** Some texts, from after one to the last of them, with what is known of them. */
interface Seen {
  readonly after: string;
  readonly last: string;
  readonly count: number;
  readonly looked: Looked;
  readonly isLast: boolean;
}

async function lookOn(pool: Pool, thread: LookingThread, nth: number, after: string): Promise<Seen> {
  const { rows: texts } = await pool.query<WrittenText>(
    `SELECT DISTINCT ON (text) text, body, rfc3339(sent_at) AS "sentAt" FROM translation_message
     WHERE translation = $1 AND text > $2 ORDER BY text, sent_at LIMIT ${TOGETHER}`,
    [nth, after],
  );
  const isLast = texts.length < TOGETHER;
  return { after, last: texts.at(-1)?.text ?? after, count: texts.length, looked: await thread.ask(texts), isLast };
}

/**
 * Units before the row of the translation, in that order, as answers are recorded that come meanwhile.
 *
 * @throws CalledOff
 */
async function takeIn(connection: PoolClient, planning: Planning, seen: Seen): Promise<void> {
  const { nth } = planning;
  const units = await unitsIn(connection, seen.looked.units);
  const { rowCount } = await connection.query(
    `SELECT FROM translation WHERE nth = $1 AND state = 'understanding' FOR UPDATE`,
    [nth],
  );
  if (rowCount === 0 || (await lastOf(connection, nth)) !== seen.after) throw new CalledOff();
  await copyIn(connection, `translation_text (${TEXT_COLUMNS})`, [seen.looked.texts]);
  await planRequests(connection, planning, units);
  await connection.query(
    `UPDATE translation SET texts = texts + $2, peak_memory = $3, state = CASE WHEN $4 THEN 'translating' ELSE state END WHERE nth = $1`,
    [nth, seen.count, peakMemory(), seen.isLast],
  );
}

/** @returns those that were not there yet */
async function unitsIn(connection: PoolClient, lines: Uint8Array): Promise<readonly NewUnit[]> {
  await connection.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS looked_unit (translation integer, language text, unit uuid, sent text, characters integer) ON COMMIT DELETE ROWS`,
  );
  await copyIn(connection, `looked_unit (${UNIT_COLUMNS})`, [lines]);
  const { rows } = await connection.query<NewUnit>(
    `INSERT INTO translation_unit (${UNIT_COLUMNS}) SELECT ${UNIT_COLUMNS} FROM looked_unit ORDER BY language, unit
     ON CONFLICT DO NOTHING RETURNING language, unit, characters`,
  );
  return rows;
}
