import type { Pool } from 'pg';
import { ORDERS } from '../apps/api/operations/worklist-orders';
import { worklistSql } from '../apps/api/operations/worklist.sql';
import { remitOf } from '../domain/access/remit';
import {
  worklistQuery,
  type WorklistPage,
  type WorklistQuery,
  type WorklistRow,
} from '../apps/api/operations/worklist.schema';
import type { HttpClient } from './http-client';
import { alternate, percentile, rounded } from './measure';
import type { Report, Scale } from './report';

export interface PageFigures {
  readonly filteredFirstPage: number;
  readonly deepPage: number;
}

const FILTER = { stage: 'assessment' } as const;
const INDEX = 'operation_worklist_by_standing';
/** Whose pages are measured. */
const READER = {
  remit: remitOf({ id: 'intelligence-analyst-norfolk', roles: ['intelligence-analyst'], force: 'norfolk' }),
  letIn: [],
  keptOut: [],
};

/** The two pages that are measured: filtered, the first one and one many pages deep. */
export async function worklistQueries(
  pool: Pool,
  pagesDeep: number,
): Promise<Record<keyof PageFigures, WorklistQuery>> {
  const first = worklistQuery.parse(FILTER);
  // Walking there would take as many requests; where page and page meet is all that a cursor says.
  const { rows } = await pool.query<WorklistRow>(
    `SELECT rfc3339(updated_at) AS "updatedAt", reference FROM operation WHERE standing = $1
     ORDER BY updated_at DESC, reference DESC OFFSET $2 LIMIT 1`,
    [`norfolk/${FILTER.stage}`, pagesDeep * first.limit - 1],
  );
  const end = rows[0];
  if (!end) throw new Error('The worklist is not that long');
  return {
    filteredFirstPage: first,
    deepPage: { ...first, cursor: ORDERS.changed.cursorOf(end) },
  };
}

/** The address of a page. */
export function addressOf({ limit, ...query }: WorklistQuery): string {
  const given = Object.entries({ ...query, limit: String(limit) }).filter(([, value]) => value !== undefined);
  return `/api/v1/operations?${new URLSearchParams(given as [string, string][]).toString()}`;
}

/** The 95th percentile of a page by HTTP, beside the same query straight in SQL, call by call. */
export async function worklist(
  http: HttpClient,
  pool: Pool,
  scale: Scale,
  report: Report,
): Promise<{ readonly worklistP95Ms: PageFigures; readonly worklistSqlP95Ms: PageFigures }> {
  const figures = { ours: { filteredFirstPage: 0, deepPage: 0 }, bare: { filteredFirstPage: 0, deepPage: 0 } };
  const queries = Object.entries(await worklistQueries(pool, scale.pagesDeep));
  for (const [page, query] of queries as [keyof PageFigures, WorklistQuery][]) {
    await requireIndex(pool, query);
    await requireFull(http, query);
    const sides = {
      ours: () => () => http.get(addressOf(query)),
      bare: () => () => pool.query(worklistSql(READER, query)),
    };
    await alternate(scale.warmUp, sides);
    const taken = await alternate(scale.pages, sides);
    figures.ours[page] = rounded(percentile(taken.ours, 95));
    figures.bare[page] = rounded(percentile(taken.bare, 95));
    report.line(`${page}: p95 ${figures.ours[page]} ms by HTTP, ${figures.bare[page]} ms in SQL; ${INDEX} is used`);
  }
  return { worklistP95Ms: figures.ours, worklistSqlP95Ms: figures.bare };
}

/** A page that reads every row is no keyset page, whatever it takes on a fast machine. */
async function requireIndex(pool: Pool, query: WorklistQuery): Promise<void> {
  const { text, values } = worklistSql(READER, query);
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  if (!plan.includes(INDEX) || plan.includes('Seq Scan'))
    throw new Error(`The worklist does without ${INDEX}:\n${plan}`);
}

async function requireFull(http: HttpClient, query: WorklistQuery): Promise<void> {
  const { items, next } = await http.get<WorklistPage>(addressOf(query));
  if (items.length !== query.limit || next === null) throw new Error(`A page of ${items.length} is not a full one`);
}
