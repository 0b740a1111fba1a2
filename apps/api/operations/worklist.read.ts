import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/access/reading';
import { prepared } from '../../../platform/database/prepared';
import { nextLink, page, USUAL_LIMIT } from '../http/cursor';
import { ORDERS } from './worklist-orders';
import { worklistSql } from './worklist.sql';
import type { WorklistFilters, WorklistPage, WorklistQuery, WorklistRow } from './worklist.schema';

/** Reads pages of operations by keyset, so that the thousandth page costs what the first does. */
@Injectable()
export class WorklistRead {
  /**
   * One page, in one round trip.
   *
   * @param saved what a saved filter says, where the query does not say otherwise
   */
  async page(reader: Reader, query: WorklistQuery, saved: WorklistFilters = {}): Promise<WorklistPage> {
    const asked = { ...saved, ...query };
    const sql = worklistSql(reader, asked);
    const { rows } = await reader.query<WorklistRow>(isUsual(asked) ? prepared(sql.text, sql.values) : sql);
    const { rows: items, last } = page(rows, query.limit);
    const { cursorOf } = ORDERS[asked.order ?? 'changed'];
    return { items: [...items], next: last && nextLink('/api/v1/operations', query, cursorOf(last)) };
  }
}

/** First pages of the usual size, but for what is planned by whom or what is looked for: how rare that is decides the plan. */
const isUsual = ({ cursor, limit, person, search }: WorklistQuery) =>
  cursor === undefined && limit === USUAL_LIMIT && person === undefined && search === undefined;
