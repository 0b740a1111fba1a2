import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { reading } from '../../../platform/timeline/stored-events';
import { figuresOf, type FigureRows } from './figures-of';
import type { Figures, FiguresQuery } from './figures.schema';
import * as sql from './figures.sql';

/** Counts the programme's figures from rows and timelines. */
@Injectable()
export class FiguresRead {
  constructor(private readonly pool: Pool) {}

  /** All figures, in six queries of one moment, however many operations there are. */
  async of(query: FiguresQuery): Promise<Figures> {
    const asked = sql.PARAMETERS.map((name) => query[name] ?? null);
    const rows = await reading(this.pool, async (connection): Promise<FigureRows> => {
      const counted = async <Row extends object>(text: string) => (await connection.query<Row>(text, asked)).rows;
      return {
        operations: await counted(sql.OPERATIONS),
        timeInStage: await counted(sql.TIME_IN_STAGE),
        decisions: await counted(sql.DECISIONS_TAKEN),
        disruptions: await counted(sql.DISRUPTIONS_ASSESSED),
        victims: await counted(sql.VICTIMS),
        sentences: await counted(sql.SENTENCES),
      };
    });
    return figuresOf(rows, query, new Date().toISOString());
  }
}
