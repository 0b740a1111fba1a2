import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { Marking } from '../../../domain/operation/codes';
import type { TextRef } from '../../../domain/text/text';
import type { ProductHeader, ProductRow } from '../../../domain/translation/product-row';
import type { Reader } from '../../../platform/access/reading';
import { Readings } from '../access/readings';
import { TextRead } from '../timeline/text.read';
import { rowsWithin, TranslationsRead, within } from './translations.read';
import type { Selection } from './translations.schema';

/** Rows of the extract that are looked through at once for those to read, and for those to count: each query is short. */
const TOGETHER = 2_000;
const COUNTED = 50_000;

const ROW = `
  row, thread, sender, recipient, rfc3339(sent_at) AS "sentAt", direction, language, coalesce(body, '') AS original, english, kind, provider,
  correction, corrected_by AS "correctedBy", flags, entities, media, problem`;
const COUNTS = `
  count(*)::integer AS selected, count(*) FILTER (WHERE kind = 'translation')::integer AS translated,
  count(*) FILTER (WHERE kind = 'gloss')::integer AS glossed, count(*) FILTER (WHERE kind = 'original')::integer AS "keptAsWritten",
  count(*) FILTER (WHERE kind = 'none')::integer AS "notTranslated", count(correction)::integer AS corrected, array_remove(array_agg(DISTINCT provider), NULL) AS providers`;

export interface Product {
  readonly header: ProductHeader;
  readonly rows: AsyncIterable<readonly ProductRow[]>;
}

interface About {
  readonly marking: Marking | null;
  readonly sha256: string;
  readonly rows: number;
  readonly extract: TextRef;
}

interface Counts {
  readonly selected: number;
  readonly translated: number;
  readonly glossed: number;
  readonly keptAsWritten: number;
  readonly notTranslated: number;
  readonly corrected: number;
  readonly providers: readonly string[];
}

interface Reading {
  readonly selection: Selection;
  readonly selected: number;
  /** Rows of the whole extract. */
  readonly extracted: number;
  readonly actor: Actor;
}

/** Reads products of translations, whole, however many rows they have. */
@Injectable()
export class ProductRead {
  constructor(
    private readonly readings: Readings,
    private readonly translations: TranslationsRead,
    private readonly texts: TextRead,
  ) {}

  /**
   * What a product says of itself, and its rows as they are asked for. Each batch is a reading of its own: for whoever may no longer see
   * the operation it breaks off.
   *
   * @throws Problem `not-found`
   */
  async open(reference: string, id: string, selection: Selection, actor: Actor): Promise<Product> {
    const about = await this.readings.as(actor, (reader) => this.about(reader, reference, id));
    const { providers, ...counts } = await this.count(reference, id, { selection, rows: about.rows, actor });
    const header: ProductHeader = {
      operation: reference,
      translation: `${reference}.${id}`,
      marking: about.marking ?? 'not marked',
      exhibit: about.exhibit,
      sha256: about.sha256,
      generatedAt: new Date().toISOString(),
      providers,
      counts: { messages: about.rows, ...counts },
      filters: Object.entries(selection).map(([name, value]) => `${name}: ${value}`),
    };
    return {
      header,
      rows: this.rows(reference, id, { selection, selected: counts.selected, extracted: about.rows, actor }),
    };
  }

  private async about(reader: Reader, reference: string, id: string) {
    await this.translations.require(reader, reference, id);
    const { rows } = await reader.query<About>(
      `SELECT o.marking, t.sha256, t.rows_read AS rows, e.payload_json -> 'extract' AS extract
       FROM translation t JOIN operation o ON o.reference = t.operation
         JOIN timeline_event e ON e.operation = t.operation AND e.event_type = 'translationRequested' AND e.payload_json ->> 'translation' = t.id
       WHERE t.operation = $1 AND t.id = $2`,
      [reference, `${reference}.${id}`],
    );
    const { extract, ...about } = rows[0] as About;
    const read = await this.texts.into(reader, reference, { extract });
    return { ...about, exhibit: read.extract.text ?? null };
  }

  private async count(
    reference: string,
    id: string,
    { selection, rows, actor }: { readonly selection: Selection; readonly rows: number; readonly actor: Actor },
  ): Promise<Counts> {
    let sum: Counts = {
      selected: 0,
      translated: 0,
      glossed: 0,
      keptAsWritten: 0,
      notTranslated: 0,
      corrected: 0,
      providers: [],
    };
    for (let after = 0; after < rows; after += COUNTED) {
      const { where, values } = within({ id: `${reference}.${id}`, selection, after, until: after + COUNTED });
      const counted = await this.readings.as(actor, (reader) =>
        reader.query<Counts>(`SELECT ${COUNTS} FROM translation_row_seen WHERE ${where}`, values),
      );
      sum = together(sum, counted.rows[0] as Counts);
    }
    return sum;
  }

  private async *rows(
    reference: string,
    id: string,
    { selection, selected, extracted, actor }: Reading,
  ): AsyncGenerator<readonly ProductRow[]> {
    let given = 0;
    for (let after = 0; given < selected; after += TOGETHER) {
      if (after >= extracted)
        throw new Error(`The product of ${reference}.${id} is no longer to be read: ${given} of ${selected} rows`);
      const { rows } = await this.readings.as(actor, (reader) =>
        rowsWithin<ProductRow>(reader, ROW, { id: `${reference}.${id}`, selection, after, until: after + TOGETHER }),
      );
      given += rows.length;
      if (rows.length > 0) yield rows;
    }
  }
}

const together = (one: Counts, other: Counts): Counts => ({
  selected: one.selected + other.selected,
  translated: one.translated + other.translated,
  glossed: one.glossed + other.glossed,
  keptAsWritten: one.keptAsWritten + other.keptAsWritten,
  notTranslated: one.notTranslated + other.notTranslated,
  corrected: one.corrected + other.corrected,
  providers: [...new Set([...one.providers, ...other.providers])].sort(),
});
