import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { EventPayloads } from '../../../domain/operation/events';
import type { Marking } from '../../../domain/operation/codes';
import type { LiaisonMessage } from '../../../platform/europol/message-format';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { Problem } from '../http/problems';
import { noOperation } from '../http/reference';
import type { ReadText } from '../timeline/event.schema';
import { TextRead } from '../timeline/text.read';

interface Row {
  readonly marking: Marking | null;
  readonly country: string | null;
  readonly sentAt: string | null;
  readonly message: EventPayloads['europolMessageRecorded'] | null;
  /** The message that it answers. */
  readonly answered: EventPayloads['europolMessageRecorded'] | null;
}

/** Our reference of a message, as the other side quotes it. */
export const ourReference = (operation: string, message: string) => `${operation}/${message}`;

/** Reads a message of the timeline as it is sent. */
@Injectable()
export class EuropolMessageRead {
  constructor(
    private readonly readings: Readings,
    private readonly texts: TextRead,
  ) {}

  /**
   * A message that goes out, in two round trips: its events, and their texts.
   *
   * @throws Problem `not-found`
   */
  outgoing(reference: string, id: string, actor: Actor): Promise<LiaisonMessage> {
    return this.readings.as(actor, (reader) => this.read(reader, reference, id));
  }

  private async read(reader: Reader, reference: string, id: string): Promise<LiaisonMessage> {
    const values: unknown[] = [reference, id];
    const { rows } = await reader.query<Row>(
      `WITH told AS (
         SELECT sequence, happened_at, event_type, payload_json AS payload FROM timeline_event
         WHERE operation = $1 AND event_type IN ('europolLiaisonOpened', 'europolMessageRecorded')
       ), message AS (
         SELECT * FROM told WHERE event_type = 'europolMessageRecorded' AND payload ->> 'message' = $2
       )
       SELECT o.marking, m.payload AS message, rfc3339(m.happened_at) AS "sentAt",
              (SELECT payload ->> 'country' FROM told WHERE event_type = 'europolLiaisonOpened' AND sequence < m.sequence
               ORDER BY sequence DESC LIMIT 1) AS country,
              (SELECT payload FROM told WHERE event_type = 'europolMessageRecorded'
               AND payload ->> 'message' = m.payload ->> 'answers') AS answered
       FROM operation o LEFT JOIN message m ON true
       WHERE o.reference = $1 AND ${seenBy(reader, placing(values), 'o')}`,
      values,
    );
    const row = rows[0];
    if (!row) throw noOperation(reference);
    const { message, answered, country, sentAt, marking } = row;
    if (message?.direction !== 'out' || country === null || sentAt === null)
      throw new Problem('not-found', `There is no message ${id} that this operation sends.`);

    const sent = {
      content: message.content,
      handlingText: message.handlingText ?? null,
      theirs: answered?.theirReference ?? null,
    };
    const read = await this.texts.into(reader, reference, sent);
    return {
      reference: ourReference(reference, id),
      inReplyTo: read.theirs === null ? null : words(read.theirs),
      from: 'GB',
      to: country,
      sentAt,
      marking,
      evaluation: message.evaluation,
      handling: { code: message.handling, text: read.handlingText === null ? null : words(read.handlingText) },
      content: words(read.content),
    };
  }
}

function words({ text, status }: ReadText): string {
  if (text === null) throw new Problem('not-found', `A text of this message is ${status}: it cannot be sent again.`);
  return text;
}
