import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { isDatabaseAway } from '../../database/database-away';
import { failPoint } from '../../fail-point';
import { ProviderFailure, type ProviderAnswer, type TranslationProvider } from '../providers/provider';

/** How long an answer waits for the database. */
const ATTEMPTS = 240;
const PAUSE_MS = 500;

/** A request that waits: units of one language. */
export interface Waiting {
  readonly translation: number;
  readonly nth: number;
  readonly language: string;
  readonly unitKeys: readonly string[];
  readonly units: number;
  readonly characters: number;
}

export type Sent =
  | { readonly kind: 'answered' }
  /** Somebody else is at it, or was. */
  | { readonly kind: 'given-way' }
  | { readonly kind: 'failed'; readonly failure: ProviderFailure };

export interface Sender {
  readonly pool: Pool;
  /** Whose memory learns the answers; nobody's where it is null. */
  readonly force: string | null;
  readonly provider: TranslationProvider;
  readonly signal: AbortSignal;
}

/**
 * Sends a request once and records its answer. That it is sent is on record before it is, and its answer with its cost at once after:
 * what was answered and recorded is never sent again, and what may have been charged is known. Only one process at a time has a request.
 */
export async function sendRequest(sender: Sender, request: Waiting): Promise<Sent> {
  const connection = await sender.pool.connect();
  let broken: Error | undefined;
  try {
    // Held by the connection: it is free again when the process, or the database, is no more.
    const { rows } = await connection.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS locked', [
      request.translation,
      request.nth,
    ]);
    if (!rows[0]?.locked) return { kind: 'given-way' };
    try {
      return await sendLocked(connection, sender, request);
    } finally {
      await connection
        .query('SELECT pg_advisory_unlock($1, $2)', [request.translation, request.nth])
        .catch((error: unknown) => (broken = error as Error));
    }
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    connection.release(broken);
  }
}

interface Unit {
  readonly unit: string;
  readonly sent: string;
}

async function sendLocked(connection: PoolClient, sender: Sender, request: Waiting): Promise<Sent> {
  const { provider, signal } = sender;
  const traceId = randomUUID();
  const { rowCount } = await connection.query(
    `INSERT INTO translation_attempt (trace, translation, request, provider, characters, pence_per_million)
     SELECT $3, translation, nth, provider, characters, $4 FROM translation_request WHERE translation = $1 AND nth = $2 AND state = 'waiting'`,
    [request.translation, request.nth, traceId, provider.pencePerMillion],
  );
  if (rowCount === 0) return { kind: 'given-way' };
  const { rows: units } = await connection.query<Unit>(
    `SELECT unit, sent FROM translation_unit
     WHERE translation = $1 AND language = $2 AND unit = ANY ($3) AND answer IS NULL ORDER BY unit`,
    [request.translation, request.language, request.unitKeys],
  );
  try {
    const texts = units.map(({ sent }) => sent);
    const answer = await provider.translate({ texts, from: request.language, traceId, signal });
    failPoint('amid-request');
    await recordSurely(connection, sender, { request, traceId, units, answer });
    return { kind: 'answered' };
  } catch (failure) {
    if (!(failure instanceof ProviderFailure)) throw failure;
    await connection.query(
      `UPDATE translation_attempt SET ended_at = clock_timestamp(), outcome = $2 WHERE trace = $1`,
      [traceId, failure.kind],
    );
    return { kind: 'failed', failure };
  }
}

interface Answered {
  readonly request: Waiting;
  readonly traceId: string;
  readonly units: readonly Unit[];
  readonly answer: ProviderAnswer;
}

/** An answer that has come is not asked for again because the database is away just then: it waits for it. */
async function recordSurely(connection: PoolClient, sender: Sender, answered: Answered): Promise<void> {
  let queries: Pick<PoolClient, 'query'> = connection;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await record(queries, sender, answered);
    } catch (error) {
      if (!isDatabaseAway(error) || attempt >= ATTEMPTS) throw error;
      queries = sender.pool;
      await sleep(PAUSE_MS);
    }
  }
}

/** In one statement: all of it or nothing. */
async function record(
  connection: Pick<PoolClient, 'query'>,
  { force, provider }: Sender,
  { request, traceId, units, answer }: Answered,
): Promise<void> {
  await connection.query({
    name: 'translation-answered',
    text: `
      WITH answers AS MATERIALIZED (SELECT * FROM unnest($4::uuid[], $5::text[]) AS a (unit, answer)),
      units AS (
        UPDATE translation_unit u SET answer = a.answer, provider = $6, version = $7 FROM answers a
        WHERE u.translation = $1 AND u.language = $2 AND u.unit = a.unit AND u.answer IS NULL
        RETURNING u.unit, u.answer, u.characters),
      memory AS (
        INSERT INTO translation_memory (force, unit, provider, version, answer, translation)
        SELECT $8, unit, $6, $7, answer, $1 FROM units WHERE $8::text IS NOT NULL ORDER BY unit ON CONFLICT DO NOTHING),
      attempt AS (
        UPDATE translation_attempt SET ended_at = clock_timestamp(), outcome = 'answered', charged = $9 WHERE trace = $10),
      request AS (UPDATE translation_request SET state = 'answered' WHERE translation = $1 AND nth = $3)
      UPDATE translation SET units_done = units_done + (SELECT count(*) FROM units),
        characters_done = characters_done + (SELECT coalesce(sum(characters), 0) FROM units)
      WHERE nth = $1`,
    values: [
      request.translation,
      request.language,
      request.nth,
      units.map(({ unit }) => unit),
      // A provider may answer what PostgreSQL has no room for.
      answer.texts.map((text) => text.replaceAll('\0', '\ufffd').toWellFormed()),
      provider.id,
      provider.version,
      force,
      answer.chargedCharacters,
      traceId,
    ],
  });
}
