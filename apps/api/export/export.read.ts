import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { ExportParts } from '../../../platform/export/export.schema';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import type { StoredEvent } from '../../../platform/timeline/chain';
import { readEvents } from '../../../platform/timeline/stored-events';
import { readTexts, type StoredText } from '../../../platform/timeline/texts';
import { Readings } from '../access/readings';
import { noOperation } from '../http/reference';
import { TextRead } from '../timeline/text.read';
import type { TimelineOnPaper } from './timeline-pdf';

/** Reads what an export holds. */
@Injectable()
export class ExportRead {
  constructor(
    private readonly readings: Readings,
    private readonly texts: TextRead,
  ) {}

  /**
   * Head, events and texts of an operation, all of one moment; what the reader may not read is left out.
   *
   * @throws Problem `not-found`
   */
  one(reference: string, actor: Actor): Promise<ExportParts> {
    const read = async (reader: Reader): Promise<ExportParts> => {
      const { operation } = await head(reader, reference);
      const events: ExportParts['events'] = [];
      for await (const page of readEvents(reader, reference))
        events.push(...page.map(({ faithful: _, ...hashed }) => hashed));
      const texts = await readTexts(reader, reference, events);
      return { operation, events, texts: texts.map(exported) };
    };
    return this.readings.as(actor, read, 'one-moment');
  }

  /**
   * The same for paper: the first `most` events, their texts read back.
   *
   * @throws Problem `not-found`
   */
  onPaper(reference: string, actor: Actor, most: number): Promise<OnPaper> {
    const read = async (reader: Reader): Promise<OnPaper> => {
      const { operation, codename, marking } = await head(reader, reference);
      const stored: StoredEvent[] = [];
      for await (const page of readEvents(reader, reference)) {
        stored.push(...page.slice(0, most - stored.length));
        if (stored.length === most) break;
      }
      const events = stored.map(({ payload, ...event }) => ({ ...event, payload: JSON.parse(payload) as object }));
      return {
        operation,
        codename,
        marking,
        events: (await this.texts.into(reader, reference, events)) as OnPaper['events'],
      };
    };
    return this.readings.as(actor, read, 'one-moment');
  }
}

export type OnPaper = Pick<TimelineOnPaper, 'codename' | 'marking' | 'events'> & Pick<ExportParts, 'operation'>;

interface Head extends Pick<TimelineOnPaper, 'codename' | 'marking'> {
  readonly operation: ExportParts['operation'];
}

async function head(reader: Reader, reference: string): Promise<Head> {
  const values: unknown[] = [reference];
  const { rows } = await reader.query<Head>(
    `SELECT jsonb_build_object('reference', reference, 'sequence', sequence, 'hash', encode(head_hash, 'hex')) AS operation,
            codename, marking
     FROM operation WHERE reference = $1 AND ${seenBy(reader, placing(values))}`,
    values,
  );
  if (!rows[0]) throw noOperation(reference);
  return rows[0];
}

function exported({ id, salt, text, withheldDigest }: StoredText): ExportParts['texts'][number] {
  return { id, salt, text, withheld: withheldDigest !== null };
}
