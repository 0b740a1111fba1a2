import { Injectable } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import type { ExportParts } from '../../../platform/export/export.schema';
import { readEvents, reading } from '../../../platform/timeline/stored-events';
import { readTexts } from '../../../platform/timeline/texts';
import { noOperation } from '../http/reference';

/** Reads what an export holds. */
@Injectable()
export class ExportRead {
  constructor(private readonly pool: Pool) {}

  /**
   * Head, events and texts of an operation, all of one moment.
   *
   * @throws Problem `not-found`
   */
  one(reference: string): Promise<ExportParts> {
    return reading(this.pool, async (connection) => {
      const operation = await head(connection, reference);
      const events: ExportParts['events'] = [];
      for await (const page of readEvents(connection, reference))
        events.push(...page.map(({ faithful: _, ...hashed }) => hashed));
      return { operation, events, texts: [...(await readTexts(connection, reference, events))] };
    });
  }
}

async function head(connection: PoolClient, reference: string): Promise<ExportParts['operation']> {
  const { rows } = await connection.query<ExportParts['operation']>(
    `SELECT reference, sequence, encode(head_hash, 'hex') AS hash FROM operation WHERE reference = $1`,
    [reference],
  );
  if (!rows[0]) throw noOperation(reference);
  return rows[0];
}
