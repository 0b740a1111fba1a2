import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/access/reading';
import { partsSeenBy, placing, type Placing, type Seeing } from '../../../platform/access/seen';
import { prepared } from '../../../platform/database/prepared';
import { nextLink, page, USUAL_LIMIT } from '../http/cursor';
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

const COLUMNS =
  'reference, sequence, stage, codename, threat_area, lead_force, marking, opened_at, updated_at, next_due_at, merged_into';

/** Reads pages of operations by keyset, so that the thousandth page costs what the first does. */
@Injectable()
export class WorklistRead {
  /**
   * One page, in one round trip.
   *
   * @param saved what a saved filter says, where the query does not say otherwise
   */
  async page(reader: Reader, query: WorklistQuery, saved: WorklistFilters = {}): Promise<WorklistPage> {
    const sql = worklistSql(reader, { ...saved, ...query });
    const isUsual = query.cursor === undefined && query.limit === USUAL_LIMIT;
    const { rows } = await reader.query<WorklistRow>(isUsual ? prepared(sql.text, sql.values) : sql);
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next: last && nextLink('/api/v1/operations', query, worklistCursor.encode([last.updatedAt, last.reference])),
    };
  }
}

/**
 * The query, of what somebody sees: part by part, each by an index that holds the order, and merged. By its filters alone,
 * since a condition that is absent must not hide an index from the planner.
 */
export function worklistSql(
  reader: Seeing,
  query: WorklistQuery,
): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const place = placing(values);
  const asked = conditions(query, place);
  const standings = reader.remit.standings.filter((standing) => isAskedFor(standing, query));
  const order = `ORDER BY updated_at DESC, reference DESC LIMIT ${query.limit + 1}`;
  const parts = partsSeenBy(reader, place, standings, 'o').map(({ each, condition }) => {
    const part = `SELECT ${COLUMNS} FROM operation o WHERE ${[condition, ...asked].join(' AND ')} ${order}`;
    return each === '' ? `(${part})` : `SELECT ${COLUMNS} FROM ${each}, LATERAL (${part}) o`;
  });
  // Somebody who sees nothing of what is asked for.
  if (parts.length === 0) return { text: `SELECT ${COLUMNS} FROM operation WHERE false`, values: [] };
  return {
    text: `SELECT reference, sequence, stage, codename, threat_area AS "threatArea", lead_force AS "leadForce", marking,
                  rfc3339(opened_at) AS "openedAt", rfc3339(updated_at) AS "updatedAt", next_due_at AS "nextDueAt", merged_into AS "mergedInto"
           FROM (${parts.join(' UNION ALL ')}) seen ${order}`,
    values,
  };
}

function conditions(query: WorklistQuery, place: Placing): readonly string[] {
  const found = query.mergedInto === undefined ? ['o.merged_into IS NULL'] : [];
  for (const [filter, column] of Object.entries(FILTERS)) {
    const wanted = query[filter as keyof typeof FILTERS];
    if (wanted !== undefined) found.push(`o.${column} = ${place(wanted)}`);
  }
  if (query.cursor !== undefined) {
    const [updatedAt, reference] = worklistCursor.decode(query.cursor);
    found.push(`(o.updated_at, o.reference) < (${place(updatedAt)}::timestamptz, ${place(reference)})`);
  }
  return found;
}

/** Whether a lead force with its stage can hold anything that the query asks for. */
function isAskedFor(standing: string, { leadForce, stage }: WorklistQuery): boolean {
  const [force, at] = standing.split('/');
  return (leadForce === undefined || leadForce === force) && (stage === undefined || stage === at);
}
