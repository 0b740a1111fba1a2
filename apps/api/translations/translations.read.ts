import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { PRODUCT_NOTE } from '../../../domain/translation/product-row';
import type { Reader } from '../../../platform/access/reading';
import { placing, type Placing } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { nextLink, page } from '../http/cursor';
import { Problem, refusal } from '../http/problems';
import { OperationRead } from '../operations/operation.read';
import {
  messagesCursor,
  type Correction,
  type MessagePage,
  type MessagesQuery,
  type Selection,
  type TranslatedMessage,
  type Translation,
  type TranslationList,
  type TranslationSummary,
} from './translations.schema';

const SUMMARY = `
  id, file, language, CASE priority WHEN 1 THEN 'enforcement-day' ELSE 'usual' END AS priority, state, paused, problem, providers, lexicon, bytes::float8 AS bytes,
  bytes_read::float8 AS "bytesRead", rows_read AS rows, texts, units, units_done AS "unitsDone", remembered, characters::float8 AS characters,
  characters_done::float8 AS "charactersDone", peak_memory::float8 AS "peakMemory", rfc3339(made_at) AS "madeAt", rfc3339(ended_at) AS "endedAt",
  CASE WHEN state = 'translating' AND NOT paused AND units_done > remembered THEN
    ceil(extract(epoch FROM clock_timestamp() - sent_from) * (units - units_done) / (units_done - remembered))::integer END AS "secondsLeft"`;

const ROW = `
  row, thread, sender, recipient, rfc3339(sent_at) AS "sentAt", time_written AS "timeWritten", direction, language, coalesce(body, '') AS original,
  english, kind, provider, correction, corrected_by AS "correctedBy", damaged, flags, entities, media, problem`;

const NOT_TO_CORRECT =
  'Only what was written can be corrected, and only once the translation is there: wait until it is translated.';

/** Reads translations of phone extracts, and their messages side by side with their English. */
@Injectable()
export class TranslationsRead {
  constructor(
    private readonly readings: Readings,
    private readonly operations: OperationRead,
  ) {}

  /** @throws Problem `not-found` */
  all(reference: string, actor: Actor): Promise<TranslationList> {
    return this.readings.as(actor, async (reader) => {
      await this.operations.requireOne(reader, reference);
      const { rows } = await reader.query<TranslationSummary>(
        `SELECT ${SUMMARY} FROM translation WHERE operation = $1 ORDER BY nth DESC`,
        [reference],
      );
      return { items: rows };
    });
  }

  /** @throws Problem `not-found` */
  one(reference: string, id: string, actor: Actor): Promise<Translation> {
    return this.readings.as(actor, async (reader) => {
      const { rows } = await reader.query<Translation>(
        `SELECT ${SUMMARY}, recognised, coalesce((
           SELECT jsonb_agg(jsonb_build_object('provider', provider, 'characters', coalesce(charged, 0), 'pence', coalesce(pence, 0),
             'perhapsCharacters', coalesce(perhaps_charged, 0)) ORDER BY provider)
           FROM translation_cost_seen c WHERE c.id = t.id), '[]') AS costs
         FROM translation t WHERE operation = $1 AND id = $2`,
        [reference, `${reference}.${id}`],
      );
      return rows[0] ?? (await this.missing(reader, reference, id));
    });
  }

  /** @throws Problem `not-found` */
  messages(reference: string, id: string, query: MessagesQuery, actor: Actor): Promise<MessagePage> {
    return this.readings.as(actor, async (reader) => {
      const values: unknown[] = [];
      const place = placing(values);
      const conditions = [`id = ${place(`${reference}.${id}`)}`, ...selecting(query, place)];
      if (query.cursor !== undefined) conditions.push(`row > ${place(messagesCursor.decode(query.cursor))}`);
      const { rows: found } = await reader.query<TranslatedMessage>(
        `SELECT ${ROW} FROM translation_row_seen WHERE ${conditions.join(' AND ')} ORDER BY row LIMIT ${place(query.limit + 1)}`,
        values,
      );
      if (found.length === 0) await this.require(reader, reference, id);
      const { rows, last } = page(found, query.limit);
      const path = `/api/v1/operations/${reference}/translations/${id}/messages`;
      return {
        note: PRODUCT_NOTE,
        items: [...rows],
        next: last && nextLink(path, query, messagesCursor.encode(last.row)),
      };
    });
  }

  /**
   * Puts a person's English beside the provider's, wherever that text stands in the extract.
   *
   * @throws Problem `not-found`, `conflict` where the translation is not there yet
   */
  async correct(
    reference: string,
    id: string,
    row: number,
    { english }: Correction,
    actor: Actor,
  ): Promise<TranslatedMessage> {
    const of = `${reference}.${id}`;
    await this.readings.records(
      actor,
      (records) => records.$executeRaw`
        INSERT INTO translation_correction (translation, text, nth, english, made_by)
        SELECT r.translation, r.text, coalesce((SELECT max(nth) FROM translation_correction c WHERE c.translation = r.translation AND c.text = r.text), 0) + 1,
          ${english}, ${actor.id}
        FROM translation_row_seen r JOIN translation t ON t.nth = r.translation AND t.state = 'translated'
        WHERE r.id = ${of} AND r.row = ${row} AND r.text IS NOT NULL AND r.correction IS DISTINCT FROM ${english}`,
    );
    return this.readings.as(actor, async (reader) => {
      const { rows } = await reader.query<TranslatedMessage>(
        `SELECT ${ROW} FROM translation_row_seen WHERE id = $1 AND row = $2`,
        [of, row],
      );
      const [message] = rows;
      if (!message) await this.require(reader, reference, id);
      if (!message) throw new Problem('not-found', `${of} has no row ${row}.`);
      if (message.correction !== english)
        throw refusal([{ kind: 'act', code: 'not-to-correct', sentence: NOT_TO_CORRECT }]);
      return message;
    });
  }

  /** @throws Problem `not-found` */
  async require(reader: Reader, reference: string, id: string): Promise<void> {
    const { rowCount } = await reader.query('SELECT FROM translation WHERE operation = $1 AND id = $2', [
      reference,
      `${reference}.${id}`,
    ]);
    if (rowCount === 0) await this.missing(reader, reference, id);
  }

  private async missing(reader: Reader, reference: string, id: string): Promise<never> {
    await this.operations.requireOne(reader, reference);
    throw new Problem('not-found', `There is no translation ${id} of a file in this operation.`);
  }
}

/** Conditions on rows of `translation_row_seen`. */
export function selecting(selection: Selection, place: Placing): readonly string[] {
  const { thread, person, language, flag, from, to, search } = selection;
  const conditions: string[] = [];
  if (thread !== undefined) conditions.push(`thread = ${place(thread)}`);
  if (person !== undefined) {
    const at = place(person);
    conditions.push(`(sender = ${at} OR recipient = ${at})`);
  }
  if (language !== undefined) conditions.push(`language = ${place(language)}`);
  if (flag !== undefined) conditions.push(`flags @> ${place(JSON.stringify([{ theme: flag }]))}::jsonb`);
  if (from !== undefined) conditions.push(`sent_at >= ${place(from)}::timestamptz`);
  if (to !== undefined) conditions.push(`sent_at < ${place(to)}::timestamptz`);
  if (search !== undefined) {
    const at = place(`%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
    conditions.push(`(body ILIKE ${at} OR english ILIKE ${at} OR correction ILIKE ${at})`);
  }
  return conditions;
}
