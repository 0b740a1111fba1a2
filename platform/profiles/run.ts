import type { Pool, PoolClient } from 'pg';
import { FORCES, REGIONAL_UNITS, type Force } from '../../domain/access/actor';
import { OFFENCE_FACTS, PROFILE_AREAS, PROFILE_ROLES } from '../../domain/profiles/areas.v1';
import { dateOfDay, dayNumber } from '../../domain/profiles/dates';
import { Ranking, type RankedList, type Slice } from '../../domain/profiles/rank';
import type { RfgModel } from '../../domain/profiles/rfg-model.schema';
import { addMonths } from '../../domain/time/days';
import { transaction } from '../database/transaction';
import { peakMemory } from '../peak-memory';
import { makeHistories, readHistories } from './histories';
import { link } from './linkage/link';
import { DISPARITY, RANKS, SUGGESTIONS, VOLUME } from './run.sql';

/** How many of each list are kept. [P] */
const KEPT = 200;
/** Of how many a back-test asks what they held. */
const TESTED = 100;
/** How long what came after is looked at. */
const TESTED_MONTHS = 6;

export interface BackTest {
  /** It was ranked as of this day, and the harm of the following six months was looked at. */
  readonly asOf: string;
  /** Shares of that harm: held by the first hundred of the ranking, by the hundred with most events, and by any hundred. */
  readonly byRanking: number;
  readonly byCount: number;
  readonly atRandom: number;
  /** How many times more the ranking's hundred held than any hundred. */
  readonly lift: number;
}

/**
 * Profiles all people: links what is new, ranks everybody in all lists, back-tests the model, and keeps what is found. Safe to repeat;
 * nothing is shown before all of it is kept.
 */
export async function makeRun(pool: Pool, id: string): Promise<void> {
  const { rows } = await pool.query<{ nth: number; model: RfgModel; asOf: string }>(
    `UPDATE profile_run SET state = 'running' WHERE id = $1 AND state IN ('waiting', 'running')
     RETURNING nth, model, as_of::text AS "asOf"`,
    [id],
  );
  const run = rows[0];
  if (!run) return;
  const step = async (what: string) => {
    await pool.query('UPDATE profile_run SET step = $2 WHERE id = $1', [id, what]);
  };
  const linkage = await linkedHistories(pool, step);
  await step('ranks everybody');
  const ranked = await rank(pool, run.model, dayNumber(run.asOf));
  await step('keeps what it has found');
  await keep(pool, run, linkage, ranked);
}

/** Links anew where records or decisions have come since, and makes the histories of who is who. */
async function linkedHistories(pool: Pool, step: (what: string) => Promise<void>): Promise<number> {
  const { rows } = await pool.query<{ linkage: number; isCurrent: boolean; decision: string }>(
    `SELECT l.id AS linkage, decided.id AS decision, decided.id = h.decision AND l.imports = loaded.imports AS "isCurrent"
     FROM (SELECT coalesce(max(id), 0) AS id FROM link_decision) decided,
       (SELECT coalesce(array_agg(nth ORDER BY nth), '{}') AS imports FROM force_import WHERE state = 'loaded') loaded
       LEFT JOIN linkage l ON l.id = (SELECT max(id) FROM linkage) LEFT JOIN profile_history_of h ON h.linkage = l.id`,
  );
  const latest = rows[0] as { linkage: number | null; isCurrent: boolean | null; decision: string };
  if (latest.isCurrent && latest.linkage !== null) return latest.linkage;
  const { linkage } = await link(pool, (what) => void step(what).catch(() => undefined));
  await step('makes histories');
  await transaction(pool, async (connection) => {
    await connection.query("SET LOCAL work_mem = '128MB'; SET LOCAL jit = off");
    await makeHistories(connection);
    await connection.query('DELETE FROM profile_history_of');
    await connection.query('INSERT INTO profile_history_of VALUES ($1, $2)', [linkage, latest.decision]);
  });
  return linkage;
}

interface RankedAll {
  readonly lists: readonly (RankedList & { readonly scope: string })[];
  readonly backTest: Readonly<Record<string, BackTest>>;
}

async function rank(pool: Pool, model: RfgModel, asOfDay: number): Promise<RankedAll> {
  const scopes = scopesOf();
  const slices = scopes.flatMap(({ scope, ...forces }) =>
    PROFILE_ROLES.flatMap((role) =>
      (['all', ...PROFILE_AREAS] as const).map((area) => ({ scope, role, area, ...forces })),
    ),
  );
  const testedDay = dayNumber(addMonths(dateOfDay(asOfDay), -TESTED_MONTHS));
  const everybody: readonly Slice[] = PROFILE_ROLES.map((role) => ({ role, area: 'all' }));
  const ranking = new Ranking(model, slices, asOfDay, KEPT);
  const tested = new Ranking(model, everybody, testedDay, TESTED, asOfDay);
  for await (const block of readHistories(pool, model.gravity)) {
    ranking.add(block);
    tested.add(block);
  }
  const lists = ranking.end().map((list, nth) => ({ ...list, scope: slices[nth]?.scope as string }));
  return {
    lists,
    backTest: Object.fromEntries(tested.end().map((list) => [list.slice.role, backTestOf(list, dateOfDay(testedDay))])),
  };
}

/** All counties, each force, and each region by its unit. */
function scopesOf(): readonly { readonly scope: string; readonly forces?: readonly number[] }[] {
  const places = (forces: readonly Force[]) => forces.map((force) => FORCES.indexOf(force));
  return [
    { scope: 'all' },
    ...FORCES.map((force) => ({ scope: force, forces: places([force, ...(REGIONAL_UNITS[force] ?? [])]) })),
  ];
}

function backTestOf({ top, people, after, afterByCount }: RankedList, asOf: string): BackTest {
  const share = (harm: number) => (after === 0 ? 0 : harm / after);
  const byRanking = share(top.reduce((sum, one) => sum + one.after, 0));
  const atRandom = people === 0 ? 0 : Math.min(1, TESTED / people);
  return { asOf, byRanking, byCount: share(afterByCount), atRandom, lift: atRandom === 0 ? 0 : byRanking / atRandom };
}

async function keep(
  pool: Pool,
  run: { readonly nth: number; readonly model: RfgModel; readonly asOf: string },
  linkage: number,
  { lists, backTest }: RankedAll,
): Promise<void> {
  await transaction(pool, async (connection) => {
    const { rowCount } = await connection.query(
      `SELECT FROM profile_run WHERE nth = $1 AND state = 'running' FOR UPDATE`,
      [run.nth],
    );
    if (rowCount === 0) return;
    for (const { slice, scope, top } of lists) await keepRanks(connection, run.nth, { ...slice, scope }, top);
    const of = <K extends keyof (typeof OFFENCE_FACTS)[number]>(key: K) => OFFENCE_FACTS.map((offence) => offence[key]);
    await connection.query(VOLUME, [run.nth, of('code'), of('group'), of(run.model.gravity), run.asOf]);
    await connection.query(SUGGESTIONS, [run.nth]);
    const disparity = await connection.query(DISPARITY, [run.nth]);
    await connection.query(
      `UPDATE profile_run SET state = 'done', step = NULL, linkage = $2, lists = $3, back_test = $4, disparity = $5, peak_memory = $6,
         ended_at = clock_timestamp() WHERE nth = $1`,
      [
        run.nth,
        linkage,
        JSON.stringify(
          lists.map(({ top: _, slice, afterByCount: __, after: ___, ...told }) => ({
            ...told,
            role: slice.role,
            area: slice.area,
          })),
        ),
        JSON.stringify(backTest),
        JSON.stringify(disparity.rows),
        peakMemory(),
      ],
    );
  });
}

async function keepRanks(
  connection: PoolClient,
  run: number,
  { role, area, scope }: Slice & { readonly scope: string },
  top: RankedList['top'],
): Promise<void> {
  if (top.length === 0) return;
  const column = <T>(of: (one: RankedList['top'][number]) => T) => top.map(of);
  await connection.query(RANKS, [
    run,
    role,
    area,
    scope,
    column(({ rank: place }) => place),
    column(({ person }) => person),
    column(({ score }) => score),
    column(({ recency }) => recency),
    column(({ frequency }) => frequency),
    column(({ gravity }) => gravity),
    column(({ events }) => events),
    column(({ harm }) => harm),
    column(({ unmapped }) => unmapped),
    column(({ lastDay }) => dateOfDay(lastDay)),
    // As text: PostgreSQL has no arrays of arrays of unequal length.
    column(({ forces }) => FORCES.filter((_, place) => (forces >> place) & 1).join(',')),
  ]);
}
