import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { DIP_METHOD, drawSample } from '../../../domain/oversight/dip-sample';
import type { TextRef } from '../../../domain/text/text';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { masked } from '../access/mask';
import { Readings } from '../access/readings';
import { nextLink, page } from '../http/cursor';
import { Problem } from '../http/problems';
import { TextRead } from '../timeline/text.read';
import {
  dipCursor,
  type DipDraw,
  type DipItem,
  type DipPage,
  type DipQuery,
  type DipSample,
  type DipView,
  type DrawRequest,
} from './dip-sample.schema';

const SAMPLES = `
  SELECT s.id, s.force, s.seed, cardinality(s.population) AS population, dip_counts(s.id) AS counts,
         jsonb_build_object('by', s.drawn_by, 'at', rfc3339(s.drawn_at)) AS drawn,
         jsonb_build_object('count', s.wanted, 'stage', s.stage, 'threatArea', s.threat_area,
                            'from', s.opened_from, 'to', s.opened_to) AS asked,
         CASE WHEN s.signed_at IS NOT NULL THEN jsonb_build_object('by', s.signed_by, 'at', rfc3339(s.signed_at)) END AS "signedOff"
  FROM dip_sample s`;

interface ItemRow extends Omit<DipItem, 'reviews'> {
  readonly reviews: readonly (Omit<DipItem['reviews'][number], 'note'> & { readonly note: TextRef })[];
}

/** The place of each reference in the draw of a seed. */
export const placeBy = (seed: string) => (reference: string) =>
  createHash('sha256').update(`${seed}\n${reference}`).digest('hex');

/** Reads dip samples. Row-level security lets supervisors see those of their force alone. */
@Injectable()
export class DipSamplesRead {
  constructor(
    private readonly readings: Readings,
    private readonly texts: TextRead,
  ) {}

  /** One page of the samples of somebody's force, newest first. */
  async page(actor: Actor, query: DipQuery): Promise<DipPage> {
    const [before, id] = query.cursor === undefined ? [null, null] : dipCursor.decode(query.cursor);
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<DipSample>(
        `${SAMPLES} WHERE $1::timestamptz IS NULL OR (s.drawn_at, s.id) < ($1, $2)
         ORDER BY s.drawn_at DESC, s.id DESC LIMIT $3`,
        [before, id, query.limit + 1],
      ),
    );
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: [...items],
      next: last && nextLink('/api/v1/dip-samples', query, dipCursor.encode([last.drawn.at, last.id])),
    };
  }

  /**
   * A sample with its operations and their reviews.
   *
   * @throws Problem `not-found`
   */
  one(id: string, actor: Actor): Promise<DipView> {
    return this.readings.as(actor, async (reader) => {
      const { rows } = await reader.query<DipSample>(`${SAMPLES} WHERE s.id = $1`, [id]);
      if (!rows[0]) throw noSample();
      const items = await this.items(reader, id);
      return { ...rows[0], items: [...items], notSeen: rows[0].counts.operations - items.length };
    });
  }

  private async items(reader: Reader, id: string): Promise<readonly DipItem[]> {
    const values: unknown[] = [id];
    const { rows } = await reader.query<ItemRow>(
      `SELECT o.reference, o.codename, o.stage, o.threat_area AS "threatArea", o.lead_force AS "leadForce",
              count(r.id)::integer AS version,
              coalesce(jsonb_agg(jsonb_build_object(
                'outcome', r.outcome, 'note', jsonb_build_object('record', r.record, 'digest', r.digest),
                'by', r.reviewed_by, 'at', rfc3339(r.reviewed_at)) ORDER BY r.id) FILTER (WHERE r.id IS NOT NULL), '[]') AS reviews
       FROM dip_item i JOIN operation o ON o.reference = i.operation AND ${seenBy(reader, placing(values), 'o')}
         LEFT JOIN dip_review r ON r.sample = i.sample AND r.operation = i.operation
       WHERE i.sample = $1 GROUP BY i.nth, o.reference ORDER BY i.nth`,
      values,
    );
    return (await this.texts.into(
      reader,
      rows.map(({ reference }) => reference),
      rows,
    )) as readonly DipItem[];
  }

  /** References of what somebody may draw from: what their force leads, of what they see, in order. */
  async population(actor: Actor, { stage, threatArea, from, to }: DrawRequest): Promise<readonly string[]> {
    const found = await this.readings.as(actor, (reader) => {
      const values: unknown[] = [actor.force, stage, threatArea, from, to];
      return reader.query<{ reference: string }>(
        `SELECT o.reference FROM operation o
         WHERE o.lead_force = $1 AND o.merged_into IS NULL AND ($2::text IS NULL OR o.stage = $2) AND ($3::text IS NULL OR o.threat_area = $3)
           AND ($4::date IS NULL OR o.opened_at >= $4::date::timestamp AT TIME ZONE 'Europe/London')
           AND ($5::date IS NULL OR o.opened_at < ($5::date + 1)::timestamp AT TIME ZONE 'Europe/London')
           AND ${seenBy(reader, placing(values), 'o')}
         ORDER BY o.reference`,
        values,
      );
    });
    return found.rows.map(({ reference }) => reference);
  }

  /** Operations that still wait for a review, of those that somebody sees; and how many there are in all. */
  async waiting(id: string, actor: Actor): Promise<readonly string[]> {
    const found = await this.readings.as(actor, (reader) => {
      const values: unknown[] = [id];
      return reader.query<{ reference: string }>(
        `SELECT o.reference FROM dip_unreviewed($1) AS waiting (reference) JOIN operation o USING (reference)
         WHERE ${seenBy(reader, placing(values), 'o')} ORDER BY o.reference`,
        values,
      );
    });
    return found.rows.map(({ reference }) => reference);
  }

  /**
   * Repeats the draw of a sample from its seed and from what was drawn from.
   *
   * @throws Problem `not-found`
   */
  draw(id: string, actor: Actor): Promise<DipDraw> {
    return this.readings.as(actor, async (reader) => {
      const { rows } = await reader.query<{ seed: string; population: string[]; wanted: number; drawn: string[] }>(
        `SELECT seed, population, wanted, ARRAY(SELECT operation FROM dip_item WHERE sample = s.id ORDER BY nth) AS drawn
         FROM dip_sample s WHERE id = $1`,
        [id],
      );
      if (!rows[0]) throw noSample();
      const { seed, population, wanted, drawn } = rows[0];
      const again = drawSample(population, wanted, placeBy(seed));
      const repeats = again.join() === drawn.join();
      return { method: DIP_METHOD, seed, ...(await masked(reader, [], { population, drawn })), repeats };
    });
  }
}

/** The problem of a sample that does not exist, or is of another force. */
export const noSample = () => new Problem('not-found', 'There is no such dip sample of your force.');
