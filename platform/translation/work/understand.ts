import type { Pool, PoolClient } from 'pg';
import type { Lexicon } from '../../../domain/translation/lexicon.schema';
import { copyIn } from '../../database/copy-in';
import { transaction } from '../../database/transaction';
import { failPoint } from '../../fail-point';
import { peakMemory } from '../../peak-memory';
import { countriesFor } from './countries';
import { FIRST_UUID } from './keys';
import { TEXT_COLUMNS, UNIT_COLUMNS, type WrittenText } from './looked';
import { LookingThread } from './looking-thread';

/** Distinct texts that are looked at together. */
const TOGETHER = 2_000;
/** Beyond so many names, what an extract calls people is no help to tell names in its texts. [P] */
const MOST_NAMES = 20_000;

export interface ToUnderstand {
  readonly nth: number;
  /** That the extract is said to be in. */
  readonly language: string;
  readonly lexicon: Lexicon;
  /** Most characters that a unit may have. */
  readonly longest: number;
}

/**
 * Tells the language of each distinct text, what in it means the same in every language, what of the lexicon is in it, and what of it is
 * to be sent. Safe to repeat: it goes on where it was.
 *
 * @returns false where the work was called off meanwhile
 */
export async function understandTexts(pool: Pool, { nth, language, lexicon, longest }: ToUnderstand): Promise<boolean> {
  await pool.query('SELECT analyse_translation()');
  const written = await namesOf(pool, nth);
  const thread = new LookingThread({ nth, written, countries: countriesFor(language), lexicon, longest });
  try {
    for (let next: 'go-on' | 'ended' | 'called-off' = 'go-on'; ;) {
      next = await transaction(pool, (connection) => understandSome(connection, nth, thread));
      if (next !== 'go-on') return next === 'ended';
      failPoint('amid-understanding');
    }
  } finally {
    await thread.end();
  }
}

async function namesOf(pool: Pool, nth: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT DISTINCT name FROM translation_message, LATERAL (VALUES (sender), (recipient)) AS named (name)
     WHERE translation = $1 AND name IS NOT NULL LIMIT ${MOST_NAMES}`,
    [nth],
  );
  return rows.map(({ name }) => name);
}

async function understandSome(
  connection: PoolClient,
  nth: number,
  thread: LookingThread,
): Promise<'go-on' | 'ended' | 'called-off'> {
  const { rows: working } = await connection.query<{ after: string }>(
    `SELECT coalesce((SELECT text FROM translation_text WHERE translation = $1 ORDER BY text DESC LIMIT 1), '${FIRST_UUID}') AS after
     FROM translation WHERE nth = $1 AND state = 'understanding' FOR UPDATE`,
    [nth],
  );
  const [row] = working;
  if (!row) return 'called-off';
  const { rows: texts } = await connection.query<WrittenText>(
    `SELECT DISTINCT ON (text) text, body, rfc3339(sent_at) AS "sentAt" FROM translation_message
     WHERE translation = $1 AND text > $2 ORDER BY text, sent_at LIMIT ${TOGETHER}`,
    [nth, row.after],
  );
  if (texts.length > 0) {
    const looked = await thread.look(texts);
    await copyIn(connection, `translation_text (${TEXT_COLUMNS})`, [looked.texts]);
    await connection.query(
      `CREATE TEMPORARY TABLE IF NOT EXISTS looked_unit (translation integer, language text, unit uuid, sent text, characters integer) ON COMMIT DELETE ROWS`,
    );
    await copyIn(connection, `looked_unit (${UNIT_COLUMNS})`, [looked.units]);
    await connection.query(
      `INSERT INTO translation_unit (${UNIT_COLUMNS}) SELECT ${UNIT_COLUMNS} FROM looked_unit ORDER BY language, unit ON CONFLICT DO NOTHING`,
    );
  }
  const isLast = texts.length < TOGETHER;
  await connection.query(
    `UPDATE translation SET texts = texts + $2, peak_memory = $3, state = CASE WHEN $4 THEN 'planning' ELSE state END WHERE nth = $1`,
    [nth, texts.length, peakMemory(), isLast],
  );
  return isLast ? 'ended' : 'go-on';
}
