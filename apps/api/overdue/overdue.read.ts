import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { placing, seenBy, type Seeing } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { nextLink, page } from '../http/cursor';
import { overdueCursor, type OverdueItem, type OverduePage, type OverdueQuery } from './overdue.schema';

const COLUMNS = { leadForce: 'o.lead_force', stage: 'o.stage', threatArea: 'o.threat_area' } as const;

/** Reads what people should have done by now. */
@Injectable()
export class OverdueRead {
  constructor(private readonly readings: Readings) {}

  /** One page of what is overdue in operations that somebody sees, the longest first. */
  async page(actor: Actor, query: OverdueQuery, now: Date): Promise<OverduePage> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<OverdueItem>(overdueSql(reader, query, now.toISOString())),
    );
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next: last && nextLink('/api/v1/overdue', query, overdueCursor.encode([last.due, last.reference, last.about])),
    };
  }
}

/** Of operations something of which is overdue, which the index finds, each thing that is. */
function overdueSql(reader: Seeing, query: OverdueQuery, now: string) {
  const values: unknown[] = [];
  const place = placing(values);
  const at = place(now);
  const conditions = [`o.work_due <= ${at}`, `deadline ->> 'due' COLLATE "C" <= ${at}`, seenBy(reader, place, 'o')];
  for (const [filter, column] of Object.entries(COLUMNS)) {
    const wanted = query[filter as keyof typeof COLUMNS];
    if (wanted !== undefined) conditions.push(`${column} = ${place(wanted)}`);
  }
  if (query.kind !== undefined) conditions.push(`deadline ->> 'kind' = ${place(query.kind)}`);
  if (query.cursor !== undefined) {
    const [due, reference, about] = overdueCursor.decode(query.cursor);
    conditions.push(
      `(deadline ->> 'due' COLLATE "C", o.reference, deadline ->> 'about' COLLATE "C") > (${place(due)}, ${place(reference)}, ${place(about)})`,
    );
  }
  return {
    text: `SELECT o.reference, o.codename, o.stage, o.threat_area AS "threatArea", o.lead_force AS "leadForce", deadline ->> 'kind' AS kind,
                  deadline ->> 'about' AS about, deadline ->> 'due' AS due, deadline ->> 'lastDay' AS "lastDay", deadline ->> 'person' AS person
           FROM operation o, jsonb_array_elements(o.brief -> 'deadlines') AS deadline WHERE ${conditions.join(' AND ')}
           ORDER BY deadline ->> 'due' COLLATE "C", o.reference, deadline ->> 'about' COLLATE "C" LIMIT ${place(query.limit + 1)}`,
    values,
  };
}
