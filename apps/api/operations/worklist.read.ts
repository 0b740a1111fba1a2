import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { nextLink, page } from '../http/cursor';
import {
  worklistCursor,
  type WorklistFilters,
  type WorklistPage,
  type WorklistQuery,
  type WorklistRow,
} from './worklist.schema';

/** Column of each filter; each has an index that holds the worklist's order within it. */
const FILTERS = {
  stage: 'stage',
  leadForce: 'lead_force',
  threatArea: 'threat_area',
  mergedInto: 'merged_into',
} as const;

/** Reads pages of operations by keyset, so that the thousandth page costs what the first does. */
@Injectable()
export class WorklistRead {
  constructor(private readonly pool: Pool) {}

  /**
   * One page, in one round trip.
   *
   * @param saved what a saved filter says, where the query does not say otherwise
   */
  async page(query: WorklistQuery, saved: WorklistFilters = {}): Promise<WorklistPage> {
    const { rows } = await this.pool.query<WorklistRow>(worklistSql({ ...saved, ...query }));
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next: last && nextLink('/api/v1/operations', query, worklistCursor.encode([last.updatedAt, last.reference])),
    };
  }
}

/** The query by its filters alone: a condition that is absent must not hide an index from the planner. */
export function worklistSql(query: WorklistQuery): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = query.mergedInto === undefined ? ['merged_into IS NULL'] : [];
  for (const [filter, column] of Object.entries(FILTERS)) {
    const wanted = query[filter as keyof typeof FILTERS];
    if (wanted !== undefined) conditions.push(`${column} = ${value(wanted)}`);
  }
  if (query.cursor !== undefined) {
    const [updatedAt, reference] = worklistCursor.decode(query.cursor);
    conditions.push(`(updated_at, reference) < (${value(updatedAt)}::timestamptz, ${value(reference)})`);
  }
  return {
    text: `SELECT reference, sequence, stage, codename, threat_area AS "threatArea", lead_force AS "leadForce", marking,
                  rfc3339(opened_at) AS "openedAt", rfc3339(updated_at) AS "updatedAt", next_due_at AS "nextDueAt", merged_into AS "mergedInto"
           FROM operation WHERE ${conditions.join(' AND ')} ORDER BY updated_at DESC, reference DESC LIMIT ${value(query.limit + 1)}`,
    values,
  };
}
