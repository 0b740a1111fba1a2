import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { nextLink, page } from '../http/cursor';
import { Problem } from '../http/problems';
import { filterCursor, type FilterPage, type FiltersQuery, type SavedFilter } from './filter.schema';

/** The columns of a filter as it is answered. */
export const FILTER = 'id, name, owner, force, shared, query, version, rfc3339(changed_at) AS "changedAt"';

/** What a person may see: their own, and what is shared with their force. Takes their id and force as $1 and $2. */
const VISIBLE = '(owner = $1 OR (shared AND force = $2))';

/** Reads saved filters. What a person may not see does not exist for them. */
@Injectable()
export class FiltersRead {
  constructor(private readonly pool: Pool) {}

  /** One page, by name, in one round trip. */
  async page({ id, force }: Actor, query: FiltersQuery): Promise<FilterPage> {
    const [afterName, afterId] = query.cursor === undefined ? [null, null] : filterCursor.decode(query.cursor);
    const { rows } = await this.pool.query<SavedFilter>(
      `SELECT ${FILTER} FROM saved_filter
       WHERE ${VISIBLE} AND ($3::text IS NULL OR (name, id) > ($3, $4)) ORDER BY name, id LIMIT $5`,
      [id, force, afterName, afterId, query.limit + 1],
    );
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next: last && nextLink('/api/v1/filters', query, filterCursor.encode([last.name, last.id])),
    };
  }

  /** @throws Problem `not-found` */
  async one(filter: string, { id, force }: Actor): Promise<SavedFilter> {
    const { rows } = await this.pool.query<SavedFilter>(
      `SELECT ${FILTER} FROM saved_filter WHERE ${VISIBLE} AND id = $3`,
      [id, force, filter],
    );
    if (!rows[0]) throw noFilter();
    return rows[0];
  }
}

/** The problem of a filter that does not exist, or not for this person. */
export const noFilter = () => new Problem('not-found', 'There is no such filter.');
