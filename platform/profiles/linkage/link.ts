import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Clusters, type Decided } from '../../../domain/profiles/linkage/clusters';
import type { Pattern } from '../../../domain/profiles/linkage/comparisons.v1';
import {
  estimateM,
  estimateU,
  chanceOfNames,
  patternWeight,
  weightNeeded,
  type Counts,
  type LinkageModel,
} from '../../../domain/profiles/linkage/fellegi-sunter';
import { failPoint } from '../../fail-point';
import { peakMemory } from '../../peak-memory';
import { identify, recordIdentities, type Imports } from './identities';
import { BIRTH_PATTERNS, COMPARED, HOW_MANY, LINKS, NAME_PATTERNS, PAIRS, RANDOM_PATTERNS } from './pairs.sql';

/** From which probability on two are held to be one. [P] */
const THRESHOLD = 0.965;
/** About as many identities, of which every pair is looked at, to learn what agrees by chance. */
const SAMPLE = 700;
/** About as many pairs are looked at to learn how those agree that are one. */
const LEARNT_FROM = 250_000;
const TOGETHER = 50_000;

const COMPARED_TABLES = ['compared', 'named', 'given', 'surname', 'born'].map((table) => `linking.${table}`).join(', ');
const SETTINGS =
  "SET work_mem = '256MB'; SET jit = off; SET enable_mergejoin = off; SET parallel_tuple_cost = 0.01; SET default_statistics_target = 25";

export interface Linked {
  readonly linkage: number;
  readonly identities: number;
  readonly pairs: number;
  readonly people: number;
}

/** What is told while it goes on. */
export type Say = (step: string) => void;

/**
 * Links all records that are in: who is one person, over all forces, by the model of Fellegi and Sunter (1969) and what people have
 * decided. Nothing is changed before all of it is done; one at a time.
 */
export async function link(pool: Pool, say: Say = () => undefined): Promise<Linked> {
  return withConnections(pool, async (connection, second) => {
    await connection.query("SELECT pg_advisory_lock(hashtext('linkage'))");
    say('reads names and numbers');
    const imports = await inTransaction(connection, () => identify(connection));
    await connection.query('SELECT analyse_profiles()');
    await connection.query(`DROP TABLE IF EXISTS linking.pair, ${COMPARED_TABLES}`);
    const compared = each(connection, COMPARED);
    const [counted] = await both(
      inTransaction(second, () => recordIdentities(second, imports))
        .then(() => compared)
        .then(() => counts(second)),
      compared.then(() => {
        say('compares who may be one person');
        return connection.query(PAIRS);
      }),
    );
    failPoint('amid-linkage');
    const model = await modelOf(connection, counted);
    say('puts people together');
    const [linked] = await both(
      inTransaction(connection, () => store(connection, imports, model)),
      second.query(`DROP TABLE IF EXISTS ${COMPARED_TABLES}, linking.fresh, linking.identity`),
    );
    await connection.query('SELECT analyse_profiles()');
    await connection.query('DROP TABLE linking.pair');
    await connection.query("SELECT pg_advisory_unlock(hashtext('linkage'))");
    return linked;
  });
}

/** Two, for what needs not wait for each other. Neither is used again after a failure. */
async function withConnections<T>(pool: Pool, act: (one: PoolClient, other: PoolClient) => Promise<T>): Promise<T> {
  const connections: PoolClient[] = [];
  let broken: Error | undefined;
  try {
    for (const _ of [1, 2]) {
      const connection = await pool.connect();
      connections.push(connection);
      await connection.query(SETTINGS);
    }
    return await act(...(connections as [PoolClient, PoolClient]));
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    for (const connection of connections) {
      if (broken === undefined) await connection.query('RESET ALL');
      connection.release(broken);
    }
  }
}

/** Waits for the end of both, however they end. */
async function both<A, B>(one: Promise<A>, other: Promise<B>): Promise<readonly [A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

async function each(connection: PoolClient, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await connection.query(statement);
}

interface Counted {
  readonly random: Counts;
  readonly sameBirth: Counts;
  readonly sameName: Counts;
  readonly identities: number;
}

async function counts(connection: PoolClient): Promise<Counted> {
  const { rows } = await connection.query<{ identities: number; births: number; names: number }>(HOW_MANY);
  const { identities, births, names } = rows[0] as { identities: number; births: number; names: number };
  const oneOf = (pairs: number) => Math.max(1, Math.round(pairs / LEARNT_FROM));
  const patterns = async (statement: string): Promise<Counts> => {
    const found = await connection.query<{ pattern: Pattern; count: number }>(statement);
    return new Map(found.rows.map(({ pattern, count }) => [pattern, count]));
  };
  return {
    identities,
    random: await patterns(RANDOM_PATTERNS(Math.max(1, Math.floor(identities / SAMPLE)))),
    sameBirth: await patterns(BIRTH_PATTERNS(oneOf(births))),
    sameName: await patterns(NAME_PATTERNS(oneOf(names))),
  };
}

/**
 * Of those who share a birth is learnt how names and the rest agree, and of those who share a name and an address how births do:
 * never of what they were chosen by, and a given name is nearly always of one sex.
 */
async function modelOf(
  connection: PoolClient,
  { random, sameBirth, sameName, identities }: Counted,
): Promise<LinkageModel> {
  const u = estimateU(random);
  const byBirth = estimateM(sameBirth, u, ['birth']);
  const byName = estimateM(sameName, u, ['given', 'surname', 'sex', 'postcode']);
  // About as many pairs are one person as agree on the name's sound and the birth, of whom hardly any are two.
  const { rows } = await connection.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM linking.pair WHERE pattern ~ '^[34][34]4'`,
  );
  const all = (identities * (identities - 1)) / 2;
  const prior = Math.min(0.5, Math.max(1, (rows[0] as { count: number }).count * 1.4) / Math.max(2, all));
  return { version: 1, m: { ...byBirth, birth: byName.birth }, u, prior, threshold: THRESHOLD };
}

async function store(connection: PoolClient, imports: Imports, model: LinkageModel): Promise<Linked> {
  const patterns = await connection.query<{ pattern: Pattern; count: number }>(
    'SELECT pattern, count(*)::integer AS count FROM linking.pair GROUP BY pattern ORDER BY pattern',
  );
  await connection.query('TRUNCATE person_member, person_link');
  await connection.query(LINKS, [
    patterns.rows.map(({ pattern }) => pattern),
    patterns.rows.map(({ pattern }) => patternWeight(model, pattern)),
    patterns.rows.map(({ pattern }) => chanceOfNames(model, pattern)),
    weightNeeded(model),
  ]);
  const { size, people } = await keepClusters(connection);
  const pairs = patterns.rows.reduce((sum, { count }) => sum + count, 0);
  const { rows } = await connection.query<{ id: number }>(
    `INSERT INTO linkage (imports, model, identities, pairs, people, peak_memory) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [imports.all, model, size, pairs, people, peakMemory()],
  );
  return { linkage: (rows[0] as { id: number }).id, identities: size, pairs, people };
}

async function keepClusters(connection: PoolClient): Promise<{ readonly size: number; readonly people: number }> {
  const decided = await connection.query<Decided>(
    `SELECT * FROM (SELECT DISTINCT ON (one, other) one, other, outcome FROM link_decision ORDER BY one, other, id DESC) latest
     WHERE outcome <> 'open'`,
  );
  const { rows } = await connection.query<{ highest: number }>(
    'SELECT coalesce(max(id), 0) AS highest FROM person_identity',
  );
  const { highest } = rows[0] as { highest: number };
  const clusters = new Clusters(highest + 1, decided.rows);
  await connection.query(
    'DECLARE links NO SCROLL CURSOR FOR SELECT one, other FROM person_link ORDER BY weight DESC, one, other',
  );
  for (;;) {
    const links = await connection.query<[number, number]>({ text: `FETCH ${TOGETHER} FROM links`, rowMode: 'array' });
    for (const [one, other] of links.rows) clusters.join(one, other);
    if (links.rows.length === 0) break;
  }
  await connection.query('CLOSE links');
  let people = 0;
  const lines = function* () {
    for (let from = 1; from <= highest; from += TOGETHER) {
      let text = '';
      for (let identity = from; identity < from + TOGETHER && identity <= highest; identity++) {
        const person = clusters.personOf(identity);
        if (person === identity) people += 1;
        text += `${identity}\t${person}\n`;
      }
      yield Buffer.from(text);
    }
  };
  await pipeline(Readable.from(lines()), connection.query(copyFrom('COPY person_member FROM STDIN')));
  return { size: highest, people };
}

async function inTransaction<T>(connection: PoolClient, act: () => Promise<T>): Promise<T> {
  await connection.query('BEGIN');
  const result = await act();
  await connection.query('COMMIT');
  return result;
}
