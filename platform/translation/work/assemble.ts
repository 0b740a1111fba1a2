import type { Pool, PoolClient } from 'pg';
import type { EnglishKind } from '../../../domain/translation/product-row';
import { restore, type Field } from '../../../domain/translation/texts/placeholders';
import { UNKNOWN_LANGUAGE } from '../../../domain/translation/languages';
import { copyArray, copyIn, copyLine } from '../../database/copy-in';
import { transaction } from '../../database/transaction';
import { failPoint } from '../../fail-point';
import { peakMemory } from '../../peak-memory';
import { FIRST_UUID } from './keys';

/** Texts that are put together at once. */
const TOGETHER = 5_000;
const COLUMNS = 'translation, text, kind, english, provider, damaged';

/** Providers that only gloss, by their identifiers. */
type Glosses = ReadonlySet<string>;

/**
 * Puts the English of each text together from the answers, with what went through unread in its place, once every request has been
 * answered or given up. Safe to repeat: it goes on where it was.
 *
 * @returns whether all of it is there; false where something waits, or the work was called off
 */
export async function assembleEnglish(pool: Pool, nth: number, glosses: Glosses): Promise<boolean> {
  for (;;) {
    const next = await transaction(pool, (connection) => assembleSome(connection, nth, glosses));
    if (next !== 'go-on') return next === 'ended';
    failPoint('amid-assembly');
  }
}

interface Text {
  readonly text: string;
  readonly language: string;
  readonly fields: readonly Field[];
  /** English that somebody of the force has put in its place before. */
  readonly corrected: string | null;
  readonly answers: readonly { readonly answer: string | null; readonly provider: string | null }[];
}

async function assembleSome(
  connection: PoolClient,
  nth: number,
  glosses: Glosses,
): Promise<'go-on' | 'ended' | 'called-off'> {
  const { rows: working } = await connection.query<{ after: string }>(
    `SELECT coalesce((SELECT text FROM translation_english WHERE translation = $1 ORDER BY text DESC LIMIT 1), '${FIRST_UUID}') AS after
     FROM translation WHERE nth = $1 AND state = 'translating'
       AND NOT EXISTS (SELECT FROM translation_request WHERE translation = $1 AND state = 'waiting') FOR UPDATE`,
    [nth],
  );
  const [row] = working;
  if (!row) return 'called-off';
  const { rows: texts } = await connection.query<Text>(
    `SELECT x.text, x.language, x.fields, p.answer AS corrected, coalesce(a.answers, '[]') AS answers
     FROM translation t JOIN operation o ON o.reference = t.operation JOIN translation_text x ON x.translation = t.nth
       LEFT JOIN translation_memory p ON p.force = o.lead_force AND p.unit = x.text AND p.provider = 'person'
       LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('answer', u.answer, 'provider', u.provider) ORDER BY k.place) AS answers
       FROM unnest(x.units) WITH ORDINALITY k (unit, place) JOIN translation_unit u ON u.translation = x.translation AND u.unit = k.unit) a ON true
     WHERE t.nth = $1 AND x.text > $2 ORDER BY x.text LIMIT ${TOGETHER}`,
    [nth, row.after],
  );
  const lines = texts.map((text) => {
    const { kind, english, provider, damaged } = englishOf(text, glosses);
    return copyLine([nth, text.text, kind, english, provider, copyArray(damaged)]);
  });
  if (lines.length > 0) await copyIn(connection, `translation_english (${COLUMNS})`, [Buffer.from(lines.join(''))]);
  const isLast = texts.length < TOGETHER;
  // What nobody will change any more is counted once.
  if (isLast) await connection.query('SELECT count_findings($1)', [nth]);
  await connection.query(
    `UPDATE translation SET peak_memory = $2, state = CASE WHEN $3 THEN 'translated' ELSE state END,
       ended_at = CASE WHEN $3 THEN clock_timestamp() END WHERE nth = $1`,
    [nth, peakMemory(), isLast],
  );
  return isLast ? 'ended' : 'go-on';
}

interface English {
  readonly kind: EnglishKind;
  readonly english: string | null;
  readonly provider: string | null;
  readonly damaged: readonly string[];
}

const NOTHING = { english: null, provider: null, damaged: [] } as const;

/** What the English of a text is: without a unit nothing was to be sent, and without an answer to one there is none. */
function englishOf({ language, fields, corrected, answers }: Text, glosses: Glosses): English {
  if (corrected !== null) return { kind: 'translation', english: corrected, provider: 'person', damaged: [] };
  if (answers.length === 0) return { kind: language === UNKNOWN_LANGUAGE ? 'none' : 'original', ...NOTHING };
  if (answers.some(({ answer }) => answer === null)) return { kind: 'none', ...NOTHING };
  const { text, lost, doubled, added } = restore(answers.map(({ answer }) => answer).join(''), fields);
  const [provider] = answers.map((one) => one.provider);
  return {
    kind: answers.some((one) => one.provider !== null && glosses.has(one.provider)) ? 'gloss' : 'translation',
    english: text,
    provider: provider ?? null,
    damaged: [...lost, ...doubled, ...added],
  };
}
