import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { placing, type Seeing } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { nextLink, page } from '../http/cursor';
import { accessCursor, type Access, type AccessPage, type AccessQuery } from './access-log.schema';
import { sees, supervised } from './supervised';

const EQUAL = {
  person: 'l.person',
  kind: 'l.kind',
  outcome: 'l.outcome',
  route: 'l.route',
  address: 'l.address',
} as const;

/** Reads pages of the access log by keyset. */
@Injectable()
export class AccessLogRead {
  constructor(private readonly readings: Readings) {}

  /** One page of what a supervisor sees, newest first. */
  async page(actor: Actor, query: AccessQuery): Promise<AccessPage> {
    const { rows } = await this.readings.as(actor, (reader) => reader.query<Access>(accessSql(reader, query)));
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next: last && nextLink('/api/v1/access-log', query, accessCursor.encode([last.at, last.id])),
    };
  }
}

/** The query by its filters alone: a condition that is absent must not hide an index from the planner. */
function accessSql(reader: Seeing, query: AccessQuery): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const place = placing(values);
  // Whether a row may say which operation it is about: what a supervisor does not see must not be proved to exist.
  const shown = `(l.status IN (401, 404) OR ${sees(reader, place, 'l.operation')})`;
  const what = `CASE WHEN l.what ? 'listed' THEN jsonb_set(l.what, '{listed}', (
    SELECT coalesce(jsonb_agg(listed.reference ORDER BY nth), '[]')
    FROM jsonb_array_elements_text(l.what -> 'listed') WITH ORDINALITY AS listed (reference, nth)
    WHERE ${sees(reader, place, 'listed.reference')})) ELSE l.what END`;
  const conditions = [supervised(reader, place)];
  for (const [filter, column] of Object.entries(EQUAL)) {
    const wanted = query[filter as keyof typeof EQUAL];
    if (wanted !== undefined) conditions.push(`${column} = ${place(wanted)}`);
  }
  if (query.operation !== undefined) conditions.push(`l.operation = ${place(query.operation)}`, shown);
  if (query.from !== undefined) conditions.push(`l.at >= ${place(query.from)}`);
  if (query.to !== undefined) conditions.push(`l.at < ${place(query.to)}`);
  if (query.cursor !== undefined) {
    const [at, id] = accessCursor.decode(query.cursor);
    conditions.push(`(l.at, l.id) < (${place(at)}::timestamptz, ${place(id)}::bigint)`);
  }
  return {
    text: `SELECT l.id, rfc3339(l.at) AS at, l.request, l.person, l.roles, l.force, l.kind, l.route,
                  CASE WHEN ${shown} THEN l.operation END AS operation, ${what} AS what, l.justification, l.address, l.client,
                  l.outcome, l.status, l.records, encode(l.digest, 'hex') AS digest
           FROM access_log l WHERE ${conditions.join(' AND ')} ORDER BY l.at DESC, l.id DESC LIMIT ${place(query.limit + 1)}`,
    values,
  };
}
