import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { figuresOf, type FigureRows } from './figures-of';
import type { Figures, FiguresQuery } from './figures.schema';
import * as sql from './figures.sql';

/** Counts the figures of the operations that somebody sees, from rows and timelines. */
@Injectable()
export class FiguresRead {
  constructor(private readonly readings: Readings) {}

  /** All figures, in ten queries of one moment, however many operations there are. */
  async of(query: FiguresQuery, actor: Actor): Promise<Figures> {
    const asked = sql.PARAMETERS.map((name) => query[name] ?? null);
    const read = async (reader: Reader): Promise<FigureRows> => {
      const counted = async <Row extends object>(text: (seen: string) => string) => {
        const values: unknown[] = [...asked];
        return (await reader.query<Row>(text(seenBy(reader, placing(values), 'o')), values)).rows;
      };
      return {
        operations: await counted(sql.OPERATIONS),
        timeInStage: await counted(sql.TIME_IN_STAGE),
        decisions: await counted(sql.DECISIONS_TAKEN),
        disruptions: await counted(sql.DISRUPTIONS_ASSESSED),
        victims: await counted(sql.VICTIMS),
        outcomes: await counted(sql.OUTCOMES),
        money: await counted(sql.MONEY),
        benefit: await counted(sql.BENEFIT),
        sentences: await counted(sql.SENTENCES),
        scorerAgreement: await counted(sql.SCORER_AGREEMENT),
      };
    };
    const rows = await this.readings.as(actor, read, 'one-moment');
    return figuresOf(rows, query, new Date().toISOString());
  }
}
