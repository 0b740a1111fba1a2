import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { nextLink, page } from '../http/cursor';
import { accessCursor, type Access, type AccessPage, type AccessQuery } from './access-log.schema';
import { SUPERVISED, supervising } from './supervising';

/** Whether a row may say which operation it is about: what a supervisor does not see must not be proved to exist. */
const SHOWN = `(l.status IN (401, 404) OR EXISTS (SELECT FROM operation o WHERE o.reference = l.operation))`;
const WHAT = `CASE WHEN l.what ? 'listed' THEN jsonb_set(l.what, '{listed}', (
    SELECT coalesce(jsonb_agg(listed.reference ORDER BY nth), '[]')
    FROM jsonb_array_elements_text(l.what -> 'listed') WITH ORDINALITY AS listed (reference, nth)
    JOIN operation o ON o.reference = listed.reference)) ELSE l.what END`;

const EQUAL = { person: 'l.person', kind: 'l.kind', outcome: 'l.outcome', route: 'l.route' } as const;

/** Reads pages of the access log by keyset. */
@Injectable()
export class AccessLogRead {
  constructor(private readonly pool: Pool) {}

  /** One page of what a supervisor sees, newest first. */
  async page({ force }: Actor, query: AccessQuery): Promise<AccessPage> {
    const { text, values } = accessSql(force, query);
    const { rows } = await supervising(this.pool, force, (connection) => connection.query<Access>(text, values));
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next: last && nextLink('/api/v1/access-log', query, accessCursor.encode([last.at, last.id])),
    };
  }
}

/** The query by its filters alone: a condition that is absent must not hide an index from the planner. */
function accessSql(force: string, query: AccessQuery): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [force];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = [SUPERVISED];
  for (const [filter, column] of Object.entries(EQUAL)) {
    const wanted = query[filter as keyof typeof EQUAL];
    if (wanted !== undefined) conditions.push(`${column} = ${value(wanted)}`);
  }
  if (query.operation !== undefined) conditions.push(`l.operation = ${value(query.operation)}`, SHOWN);
  if (query.from !== undefined) conditions.push(`l.at >= ${value(query.from)}`);
  if (query.to !== undefined) conditions.push(`l.at < ${value(query.to)}`);
  if (query.cursor !== undefined) {
    const [at, id] = accessCursor.decode(query.cursor);
    conditions.push(`(l.at, l.id) < (${value(at)}::timestamptz, ${value(id)}::bigint)`);
  }
  return {
    text: `SELECT l.id, rfc3339(l.at) AS at, l.request, l.person, l.roles, l.force, l.kind, l.route,
                  CASE WHEN ${SHOWN} THEN l.operation END AS operation, ${WHAT} AS what, l.justification, l.address, l.client,
                  l.outcome, l.status, l.records, encode(l.digest, 'hex') AS digest
           FROM access_log l WHERE ${conditions.join(' AND ')} ORDER BY l.at DESC, l.id DESC LIMIT ${value(query.limit + 1)}`,
    values,
  };
}
