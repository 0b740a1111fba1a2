import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { nextLink, page } from '../http/cursor';
import { Problem } from '../http/problems';
import {
  ASSIGNMENTS_LIMIT,
  peopleCursor,
  type Assignment,
  type PeoplePage,
  type PeopleQuery,
  type Person,
} from './people.schema';

type Known = PeoplePage['items'][number];

/** Reads who has signed in, as their token last described them (KnownPeople); and where they are assigned. */
@Injectable()
export class PeopleRead {
  constructor(private readonly pool: Pool) {}

  /** One page, by identifier, in one round trip. */
  async page(query: PeopleQuery): Promise<PeoplePage> {
    const { force, role, limit, cursor } = query;
    const values: unknown[] = [];
    const place = placing(values);
    const conditions = ['true'];
    if (force !== undefined) conditions.push(`force = ${place(force)}`);
    if (role !== undefined) conditions.push(`${place(role)} = ANY (roles)`);
    if (cursor !== undefined) conditions.push(`id > ${place(peopleCursor.decode(cursor))}`);
    const { rows } = await this.pool.query<Known>(
      `SELECT id, force, roles FROM person WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ${place(limit + 1)}`,
      values,
    );
    const { rows: items, last } = page(rows, limit);
    return { items: [...items], next: last && nextLink('/api/v1/people', query, peopleCursor.encode(last.id)) };
  }

  /** Somebody who has signed in. */
  async one(id: string): Promise<Known | undefined> {
    const { rows } = await this.pool.query<Known>('SELECT id, force, roles FROM person WHERE id = $1', [id]);
    return rows[0];
  }

  /** The operations on whose team somebody is, of those that the reader sees. */
  async assignments(reader: Reader, id: string): Promise<Person['operations']> {
    const values: unknown[] = [id];
    const { rows } = await reader.query<Assignment>(
      `SELECT o.reference, o.codename, o.stage, o.next_due_at AS "nextDueAt", ARRAY(
                SELECT member ->> 'role' FROM jsonb_array_elements(o.brief -> 'team') WITH ORDINALITY AS team (member, nth)
                WHERE member ->> 'person' = $1 ORDER BY nth) AS roles
       FROM (SELECT DISTINCT operation FROM operation_person WHERE person = $1 AND "grant" = 'team') theirs
       JOIN operation o ON o.reference = theirs.operation
       WHERE o.brief -> 'team' @> jsonb_build_array(jsonb_build_object('person', $1::text)) AND o.merged_into IS NULL
         AND ${seenBy(reader, placing(values), 'o')}
       ORDER BY o.next_due_at NULLS LAST, o.reference LIMIT ${ASSIGNMENTS_LIMIT}`,
      values,
    );
    return rows;
  }
}

/** The problem of somebody who has never signed in, and works on nothing that the reader sees. */
export const noPerson = () => new Problem('not-found', 'Nobody of this identifier has signed in.');
