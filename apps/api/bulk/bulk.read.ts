import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { BULK_OUTCOMES, type BulkProblem } from '../../../domain/operation/bulk';
import type { Actor } from '../../../domain/access/actor';
import { masked } from '../access/mask';
import { Readings } from '../access/readings';
import { nextLink, page } from '../http/cursor';
import { Problem, refusal, type ProblemBody } from '../http/problems';
import { noOperation } from '../http/reference';
import {
  bulkCursor,
  bulkItemCursor,
  type BulkAct,
  type BulkItem,
  type BulkItemQuery,
  type BulkPage,
  type BulkQuery,
} from './bulk.schema';

const COUNTS = BULK_OUTCOMES.map((outcome) => `'${outcome}', count(*) FILTER (WHERE status = '${outcome}')`).join(', ');
const ACTS = `
  SELECT id, command, body, reason, actor AS author, state, rfc3339(made_at) AS "madeAt", rfc3339(ended_at) AS "endedAt",
         (SELECT jsonb_build_object(${COUNTS}) FROM bulk_item WHERE job = bulk_job.id) AS counts
  FROM bulk_job`;

interface ItemRow extends Omit<BulkItem, 'problem'> {
  readonly nth: number;
  readonly problem: BulkProblem | null;
}

/** Reads bulk acts and what has come of them. */
@Injectable()
export class BulkRead {
  constructor(
    private readonly pool: Pool,
    private readonly readings: Readings,
  ) {}

  /** One page of a person's own, newest first, in one round trip. */
  async page(author: string, query: BulkQuery): Promise<BulkPage> {
    const [madeAt, id] = query.cursor === undefined ? [null, null] : bulkCursor.decode(query.cursor);
    const { rows } = await this.pool.query<BulkAct>(
      `${ACTS} WHERE actor = $1 AND ($2::timestamptz IS NULL OR (made_at, id) < ($2, $3))
       ORDER BY made_at DESC, id DESC LIMIT $4`,
      [author, madeAt, id, query.limit + 1],
    );
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next: last && nextLink('/api/v1/bulk', query, bulkCursor.encode([last.madeAt, last.id])),
    };
  }

  /**
   * An act of somebody's own, or of their force.
   *
   * @throws Problem `not-found`
   */
  async one(id: string, { id: person, force }: Actor): Promise<BulkAct> {
    const { rows } = await this.pool.query<BulkAct>(`${ACTS} WHERE id = $1 AND (actor = $2 OR force = $3)`, [
      id,
      person,
      force,
    ]);
    if (!rows[0]) throw new Problem('not-found', 'There is no such bulk act.');
    return rows[0];
  }

  /**
   * One page of its operations, in the order they were named in. Its author has named them; to others, those that they do not
   * see are not named.
   */
  async items(
    { id, author }: BulkAct,
    query: BulkItemQuery,
    actor: Actor,
  ): Promise<{ items: BulkItem[]; next: string | null }> {
    const after = query.cursor === undefined ? 0 : bulkItemCursor.decode(query.cursor);
    const { rows } = await this.pool.query<ItemRow>(
      `SELECT nth, operation AS reference, status, sequence, problem, rfc3339(settled_at) AS "settledAt"
       FROM bulk_item WHERE job = $1 AND nth > $2 AND ($3::text IS NULL OR status = $3) ORDER BY nth LIMIT $4`,
      [id, after, query.status, query.limit + 1],
    );
    const { rows: found, last } = page(rows, query.limit);
    const items = found.map(({ nth: _, problem, ...item }) => ({
      ...item,
      problem: problem && problemMet(item.reference, problem),
    }));
    const isTheirs = author === actor.id;
    return {
      items: isTheirs ? items : await this.readings.as(actor, (reader) => masked(reader, [], items)),
      next: last && nextLink(`/api/v1/bulk/${id}`, query, bulkItemCursor.encode(last.nth)),
    };
  }
}

/** What was met, as the command alone would have answered it. */
function problemMet(reference: string, met: BulkProblem): ProblemBody {
  switch (met.kind) {
    case 'blocked':
      return refusal(met.blockers).body('');
    case 'unknown-operation':
      return noOperation(reference).body('');
    case 'no-answer':
      return new Problem('internal', `${reference} could not be given the command.`).body('');
  }
}
