import { Injectable } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { mayRead } from '../../../domain/access/rules';
import type { ExportParts } from '../../../platform/export/export.schema';
import { readEvents, reading } from '../../../platform/timeline/stored-events';
import { readTexts, type StoredText } from '../../../platform/timeline/texts';
import { noOperation } from '../http/reference';

/** Reads what an export holds. */
@Injectable()
export class ExportRead {
  constructor(private readonly pool: Pool) {}

  /**
   * Head, events and texts of an operation, all of one moment; what the reader may not read is left out.
   *
   * @throws Problem `not-found`
   */
  one(reference: string, reader: Actor): Promise<ExportParts> {
    return reading(this.pool, async (connection) => {
      const operation = await head(connection, reference);
      const events: ExportParts['events'] = [];
      for await (const page of readEvents(connection, reference))
        events.push(...page.map(({ faithful: _, ...hashed }) => hashed));
      const texts = await readTexts(connection, reference, events);
      return { operation, events, texts: texts.map((text) => exported(text, reader)) };
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

function exported({ restriction, ...text }: StoredText, reader: Actor): ExportParts['texts'][number] {
  const withheld = text.text !== null && !mayRead(reader, restriction);
  return withheld ? { ...text, salt: null, text: null, withheld } : { ...text, withheld };
}
