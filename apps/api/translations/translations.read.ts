import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { PRODUCT_NOTE } from '../../../domain/translation/product-row';
import type { Reader } from '../../../platform/access/reading';
import { placing, type Placing } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { nextLink } from '../http/cursor';
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

/** How long a page is searched for, and rows that are looked through at once at most. */
const PATIENCE_MS = 3_000;
const WIDEST = 20_000;

const NOT_TRANSLATED = 'Its messages are counted once all of them are translated: wait until it is.';
const NOT_TO_CORRECT =
  'Only what was written can be corrected, and only once the translation is there: wait until it is translated.';

/** How far a translation is. */
interface Standing {
  /** That are in. */
  readonly rows: number;
  readonly state: TranslationSummary['state'];
}

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
      const { rows: extracted } = await this.require(reader, reference, id);
      const from = query.cursor === undefined ? 0 : messagesCursor.decode(query.cursor);
      const { items, last } = await this.found(reader, `${reference}.${id}`, { query, from, extracted });
      const path = `/api/v1/operations/${reference}/translations/${id}/messages`;
      return {
        note: PRODUCT_NOTE,
        items,
        next: last === null ? null : nextLink(path, query, messagesCursor.encode(last)),
      };
    });
  }

  /**
   * The first messages from a row on that are selected. A million may have to be looked through: after some seconds it is told how far that
   * went, and the next page goes on from there.
   */
  private async found(
    reader: Reader,
    id: string,
    { query, from, extracted }: { readonly query: MessagesQuery; readonly from: number; readonly extracted: number },
  ): Promise<{ readonly items: TranslatedMessage[]; readonly last: number | null }> {
    const until = Date.now() + PATIENCE_MS;
    const items: TranslatedMessage[] = [];
    let after = from;
    for (let width = query.limit + 1; after < extracted && Date.now() < until; width = Math.min(width * 4, WIDEST)) {
      const within = { id, selection: query, after, until: after + width };
      const { rows } = await rowsWithin<TranslatedMessage>(reader, ROW, within, query.limit + 1 - items.length);
      items.push(...rows);
      if (items.length > query.limit)
        return { items: items.slice(0, query.limit), last: items[query.limit - 1]?.row ?? null };
      after += width;
    }
    return { items, last: after < extracted ? after : null };
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
  async require(reader: Reader, reference: string, id: string): Promise<Standing> {
    const { rows } = await reader.query<Standing>(
      'SELECT rows_read AS rows, state FROM translation WHERE operation = $1 AND id = $2',
      [reference, `${reference}.${id}`],
    );
    return rows[0] ?? (await this.missing(reader, reference, id));
  }

  /** What is counted when it has been translated is not there before. @throws Problem `not-found`, `blocked` */
  async requireTranslated(reader: Reader, reference: string, id: string): Promise<void> {
    const { state } = await this.require(reader, reference, id);
    if (state !== 'translated' && state !== 'erased')
      throw refusal([{ kind: 'act', code: 'not-translated', sentence: NOT_TRANSLATED }]);
  }

  private async missing(reader: Reader, reference: string, id: string): Promise<never> {
    await this.operations.requireOne(reader, reference);
    throw new Problem('not-found', `There is no translation ${id} of a file in this operation.`);
  }
}

export interface Within {
  /** Of the translation. */
  readonly id: string;
  readonly selection: Selection;
  /** Rows of the extract, the first excluded. */
  readonly after: number;
  readonly until: number;
}

/** Messages that are selected of some rows of an extract, in their order. Only so few rows are found by their index. */
export function rowsWithin<Row extends object>(
  reader: Reader,
  columns: string,
  range: Within,
  limit = range.until - range.after,
) {
  const { where, values } = within(range);
  return reader.query<Row>(
    `SELECT ${columns} FROM translation_row_seen WHERE ${where} ORDER BY row LIMIT $${values.length + 1}`,
    [...values, limit],
  );
}

/** Condition on rows of `translation_row_seen`, with its values. */
export function within({ id, selection, after, until }: Within): {
  readonly where: string;
  readonly values: unknown[];
} {
  const values: unknown[] = [];
  const place = placing(values);
  const range = `id = ${place(id)} AND row > ${place(after)} AND row <= ${place(until)}`;
  return { where: [range, ...selecting(selection, place)].join(' AND '), values };
}

/** Conditions on rows of `translation_row_seen`. */
function selecting(selection: Selection, place: Placing): readonly string[] {
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
