import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { ExportParts } from '../../../platform/export/export.schema';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { readEvents } from '../../../platform/timeline/stored-events';
import { readTexts, type StoredText } from '../../../platform/timeline/texts';
import { Readings } from '../access/readings';
import { noOperation } from '../http/reference';

/** Reads what an export holds. */
@Injectable()
export class ExportRead {
  constructor(private readonly readings: Readings) {}

  /**
   * Head, events and texts of an operation, all of one moment; what the reader may not read is left out.
   *
   * @throws Problem `not-found`
   */
  one(reference: string, actor: Actor): Promise<ExportParts> {
    const read = async (reader: Reader): Promise<ExportParts> => {
      const operation = await head(reader, reference);
      const events: ExportParts['events'] = [];
      for await (const page of readEvents(reader, reference))
        events.push(...page.map(({ faithful: _, ...hashed }) => hashed));
      const texts = await readTexts(reader, reference, events);
      return { operation, events, texts: texts.map(exported) };
    };
    return this.readings.as(actor, read, 'one-moment');
  }
}

async function head(reader: Reader, reference: string): Promise<ExportParts['operation']> {
  const values: unknown[] = [reference];
  const { rows } = await reader.query<ExportParts['operation']>(
    `SELECT reference, sequence, encode(head_hash, 'hex') AS hash FROM operation
     WHERE reference = $1 AND ${seenBy(reader, placing(values))}`,
    values,
  );
  if (!rows[0]) throw noOperation(reference);
  return rows[0];
}

function exported({ id, salt, text, withheldDigest }: StoredText): ExportParts['texts'][number] {
  return { id, salt, text, withheld: withheldDigest !== null };
}
