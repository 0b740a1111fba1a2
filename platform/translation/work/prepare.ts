import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import type { Marking } from '../../../domain/operation/codes';
import { extractMapping, type ExtractMapping } from '../../../domain/translation/extract-mapping.schema';
import type { Lexicon, LexiconChanges } from '../../../domain/translation/lexicon.schema';
import { LEXICON_V1 } from '../../../domain/translation/lexicon.v1';
import { mergedLexicon } from '../../../domain/translation/merge-lexicons';
import { whyNotSent } from '../../../domain/translation/premises-rule';
import { transaction } from '../../database/transaction';
import { recogniseExtract } from '../../extracts/recognise';
import { NotStored } from '../../files/file-store';
import { Unreadable } from '../../profiles/unreadable';
import type { TranslationProvider } from '../providers/provider';
import { MAY_LEAVE_UP_TO } from './may-leave';
import type { Routes } from './plan-requests';
import { readMessages } from './read-messages';
import { understandTexts } from './understand';

export interface Preparation {
  readonly pool: Pool;
  /** All that there are, the best first. */
  readonly providers: readonly TranslationProvider[];
  /** Opens a file of the store. */
  readonly open: (sha256: string) => Promise<Readable>;
}

interface Row {
  readonly nth: number;
  readonly state: string;
  readonly sha256: string;
  readonly language: string;
  readonly mapping: ExtractMapping | null;
  readonly chosen: readonly string[] | null;
  readonly rowsRead: number;
  readonly force: string | null;
  readonly marking: Marking;
  readonly mayLeaveUpTo: Marking | null;
}

const ROW = `
  SELECT t.nth, t.state, t.sha256, t.language, t.mapping, t.providers AS chosen, t.rows_read AS "rowsRead", o.lead_force AS force, o.marking,
    ${MAY_LEAVE_UP_TO}
  FROM translation t JOIN operation o ON o.reference = t.operation WHERE t.id = $1`;

/**
 * Makes an extract ready to be sent: recognises it, and once a person has confirmed how it is read, takes its messages in, looks at their
 * texts and plans the requests, which can be sent from the first on. Safe to repeat: it goes on where it was.
 */
export async function prepare(preparation: Preparation, id: string): Promise<void> {
  for (;;) {
    const { rows } = await preparation.pool.query<Row>(ROW, [id]);
    const [row] = rows;
    const step = row && STEPS[row.state];
    if (!step) return;
    try {
      if (!(await step(preparation, row))) return;
    } catch (error) {
      const problem = error instanceof NotStored ? GONE : error instanceof Unreadable ? error.message : undefined;
      if (problem === undefined) throw error;
      await fail(preparation.pool, row.nth, problem);
      return;
    }
  }
}

const GONE = 'Its file is not in the file store any more: attach it again, and ask for it anew.';

/** @returns whether there may be another step */
type Step = (preparation: Preparation, row: Row) => Promise<boolean>;

const STEPS: Readonly<Record<string, Step>> = {
  recognising: recognise,
  reading: (preparation, row) =>
    readMessages(
      preparation.pool,
      { nth: row.nth, rowsRead: row.rowsRead, mapping: extractMapping.parse(row.mapping) },
      () => preparation.open(row.sha256),
    ),
  understanding: async (preparation, row) => {
    const providers = chosen(preparation, row);
    const why = providers.flatMap(
      ({ id, leavesPremises }) => whyNotSent(row, { name: id, leavesPremises }, row.marking) ?? [],
    );
    if (why[0] !== undefined) throw new Unreadable(why[0]);
    const longest = Math.min(...providers.map(({ limits }) => limits.characters));
    const lexicon = await lexiconOf(preparation.pool, row.force);
    await preparation.pool.query('UPDATE translation SET lexicon = $2 WHERE nth = $1', [row.nth, lexicon.version]);
    return understandTexts(preparation.pool, { ...row, lexicon, longest, routes: await routesOf(providers) });
  },
};

/** As somebody of the force confirmed it for a file with the same columns, if anybody did; whose phone it is differs. */
const BEFORE = `
  SELECT t.mapping - 'owner' AS mapping FROM translation t JOIN operation o ON o.reference = t.operation
  WHERE o.lead_force = $1 AND t.mapping IS NOT NULL AND t.recognised -> 'header' = $2 AND t.mapping -> 'format' = to_jsonb($3::text)
  ORDER BY t.confirmed_at DESC LIMIT 1`;

async function recognise({ pool, open }: Preparation, { nth, sha256, force }: Row): Promise<boolean> {
  const found = await recogniseExtract(() => open(sha256));
  const { rows } = await pool.query<{ mapping: object }>(BEFORE, [
    force,
    JSON.stringify(found.header),
    found.mapping.format,
  ]);
  const recognised = { ...found, mapping: rows[0]?.mapping ?? found.mapping, isConfirmedBefore: rows.length > 0 };
  await pool.query(
    `UPDATE translation SET state = 'to-confirm', recognised = $2 WHERE nth = $1 AND state = 'recognising'`,
    [nth, JSON.stringify(recognised)],
  );
  return false;
}

/** Waymark's lexicon, with what the force adds to it and withdraws. */
async function lexiconOf(pool: Pool, force: string | null): Promise<Lexicon> {
  const { rows } = await pool.query<{ version: number; changes: Pick<LexiconChanges, 'added' | 'withdrawn'> }>(
    'SELECT version, changes FROM lexicon_change WHERE force = $1 ORDER BY version DESC LIMIT 1',
    [force],
  );
  const [row] = rows;
  if (!row || force === null) return LEXICON_V1;
  return mergedLexicon(LEXICON_V1, { name: force, version: `${force}.${row.version}`, ...row.changes });
}

/** The providers that were chosen, the best first; all of this machine where none were. */
function chosen({ providers }: Preparation, row: Row): readonly TranslationProvider[] {
  const ids = row.chosen;
  const found = providers.filter(({ id, leavesPremises }) => ids?.includes(id) ?? !leavesPremises);
  if (found.length === 0)
    throw new Unreadable('None of the providers that were chosen is set up here: choose another one.');
  return found;
}

/** Each language goes to the first that knows it. */
async function routesOf(providers: readonly TranslationProvider[]): Promise<Routes> {
  const routes = new Map<string, TranslationProvider>();
  for (const provider of providers)
    for (const language of await provider.languages()) if (!routes.has(language)) routes.set(language, provider);
  return routes;
}

/** Nothing is left half taken in. */
async function fail(pool: Pool, nth: number, problem: string): Promise<void> {
  await transaction(pool, async (connection) => {
    for (const table of ['message', 'text', 'unit', 'request'])
      await connection.query(`DELETE FROM translation_${table} WHERE translation = $1`, [nth]);
    await connection.query(
      `UPDATE translation SET state = 'failed', problem = $2, ended_at = clock_timestamp() WHERE nth = $1`,
      [nth, problem],
    );
  });
}
