import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { placing, seenBy } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { WORKLOAD_LIMIT, type Load, type Workload, type WorkloadQuery } from './workload.schema';

/** Counts who works on how much. */
@Injectable()
export class WorkloadRead {
  constructor(private readonly readings: Readings) {}

  /** Everybody on the team of an open operation that the reader sees, in one round trip. */
  async of(actor: Actor, { leadForce }: WorkloadQuery, now: Date): Promise<Workload> {
    const { rows } = await this.readings.as(actor, (reader) => {
      const values: unknown[] = [];
      const place = placing(values);
      const conditions = [`o.stage <> 'closed'`, 'o.merged_into IS NULL', seenBy(reader, place, 'o')];
      if (leadForce !== undefined) conditions.push(`o.lead_force = ${place(leadForce)}`);
      return reader.query<Load>(
        `SELECT member ->> 'person' AS person, array_agg(DISTINCT member ->> 'role' ORDER BY member ->> 'role') AS roles,
                count(DISTINCT o.reference)::integer AS operations,
                count(DISTINCT o.reference) FILTER (WHERE o.work_due <= ${place(now.toISOString())})::integer AS overdue,
                min(o.work_due) AS "nextDueAt"
         FROM operation o, jsonb_array_elements(o.brief -> 'team') AS member
         WHERE ${conditions.join(' AND ')}
         GROUP BY member ->> 'person' ORDER BY overdue DESC, operations DESC, person LIMIT ${WORKLOAD_LIMIT}`,
        values,
      );
    });
    return { items: rows };
  }
}
