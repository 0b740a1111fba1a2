import type { PoolClient } from 'pg';
import { requestsOf } from '../../../domain/translation/requests';
import { copyArray, copyIn, copyLine } from '../../database/copy-in';
import type { TranslationProvider } from '../providers/provider';

/** Which provider puts which language into English. */
export type Routes = ReadonlyMap<string, TranslationProvider>;

export interface Planning {
  readonly nth: number;
  /** Whose memory is looked in; nobody's where it is null. */
  readonly force: string | null;
  readonly routes: Routes;
}

/** One that no request has yet. */
export interface NewUnit {
  readonly language: string;
  readonly unit: string;
  readonly characters: number;
}

const COLUMNS = 'translation, nth, provider, language, unit_keys, units, characters';

/**
 * Takes of new units what the force has had put into English before from its memory, and plans requests for all else, within what their
 * provider takes at once. What no provider knows the language of has none. Whoever calls it holds the row of the translation.
 */
export async function planRequests(
  connection: PoolClient,
  { nth, force, routes }: Planning,
  units: readonly NewUnit[],
): Promise<void> {
  const ofLanguage = Map.groupBy(units, ({ language }) => language);
  const sum = { units: 0, characters: 0, remembered: 0, charactersRemembered: 0 };
  const planned: Planned[] = [];
  for (const [language, provider] of routes) {
    const own = ofLanguage.get(language) ?? [];
    if (own.length === 0) continue;
    const known = await remember(connection, { nth, force, language, provider }, own);
    sum.units += own.length;
    sum.characters += charactersOf(own);
    sum.remembered += known.size;
    sum.charactersRemembered += charactersOf(own.filter(({ unit }) => known.has(unit)));
    // As providers are asked to: only the length matters here.
    const texts = own.flatMap((one) => (known.has(one.unit) ? [] : [{ ...one, text: { length: one.characters } }]));
    requestsOf(texts, provider.limits).forEach((request, place) =>
      planned.push({ place, language, provider: provider.id, units: request }),
    );
  }
  await write(connection, nth, planned);
  await connection.query(
    `UPDATE translation SET sent_from = coalesce(sent_from, clock_timestamp()), units = units + $2, characters = characters + $3,
       remembered = remembered + $4, units_done = units_done + $4, characters_done = characters_done + $5 WHERE nth = $1`,
    [nth, sum.units, sum.characters, sum.remembered, sum.charactersRemembered],
  );
}

interface Planned {
  /** Among those of its language. */
  readonly place: number;
  readonly language: string;
  readonly provider: string;
  readonly units: readonly NewUnit[];
}

/** Those of one language among those of others, so that a slow provider does not hold up the others. */
async function write(connection: PoolClient, nth: number, planned: readonly Planned[]): Promise<void> {
  if (planned.length === 0) return;
  const last = await lastRequest(connection, nth);
  const lines = planned
    .toSorted((one, other) => one.place - other.place)
    .map(({ provider, language, units }, place) => {
      const keys = copyArray(units.map(({ unit }) => unit));
      return copyLine([nth, last + 1 + place, provider, language, keys, units.length, charactersOf(units)]);
    });
  await copyIn(connection, `translation_request (${COLUMNS})`, [Buffer.from(lines.join(''))]);
}

const charactersOf = (units: readonly { readonly characters: number }[]) =>
  units.reduce((sum, { characters }) => sum + characters, 0);

async function lastRequest(connection: PoolClient, nth: number): Promise<number> {
  const { rows } = await connection.query<{ last: number }>(
    'SELECT coalesce(max(nth), 0) AS last FROM translation_request WHERE translation = $1',
    [nth],
  );
  return rows[0]?.last ?? 0;
}

interface OfLanguage {
  readonly nth: number;
  readonly force: string | null;
  readonly language: string;
  readonly provider: TranslationProvider;
}

/** @returns those that are known from before */
async function remember(
  connection: PoolClient,
  { nth, force, language, provider }: OfLanguage,
  units: readonly NewUnit[],
): Promise<ReadonlySet<string>> {
  if (force === null) return new Set();
  const { rows } = await connection.query<{ unit: string }>(
    `UPDATE translation_unit u SET answer = m.answer, provider = m.provider, version = m.version, remembered = true
     FROM translation_memory m
     WHERE m.force = $3 AND m.unit = ANY ($6) AND m.provider = $4 AND m.version = $5
       AND u.translation = $1 AND u.language = $2 AND u.unit = m.unit RETURNING u.unit`,
    [nth, language, force, provider.id, provider.version, units.map(({ unit }) => unit)],
  );
  return new Set(rows.map(({ unit }) => unit));
}
