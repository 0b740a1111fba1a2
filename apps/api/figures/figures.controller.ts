import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FIGURE_READERS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { attachment, CSV } from '../http/attachment';
import { Produces } from '../http/media-types.guard';
import { refusal } from '../http/problems';
import { Me, type Identity } from '../http/request';
import { FileRoute } from '../openapi/route';
import { figuresCsv } from './figures-csv';
import { FiguresRead } from './figures.read';
import { DEFINITIONS, figuresQuery, type Figures, type FiguresQuery } from './figures.schema';

@ApiTags('Figures')
@Controller('api/v1/figures')
export class FiguresController {
  constructor(private readonly figures: FiguresRead) {}

  @Get()
  @Produces('application/json', 'text/csv')
  @FileRoute({
    id: 'readFigures',
    logged: 'consultation',
    summary: 'Read the figures of the programme',
    description: [
      `For: ${spelt(FIGURE_READERS)}. Filters can be combined; without them, all operations and all time. An act belongs to ` +
        'the day on which it happened as its author states it, in Europe/London, and not to that of its record.',
      ...Object.entries(DEFINITIONS).map(([figure, definition]) => `\`${figure}\`: ${definition}`),
      'As CSV, a line a number. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    ].join('\n\n'),
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Figures' } },
      'text/csv': { schema: { type: 'string' } },
    },
    problems: ['validation', 'forbidden'],
  })
  async read(
    @Query({ schema: figuresQuery }) query: FiguresQuery,
    @Me() { actor }: Identity,
  ): Promise<Figures | StreamableFile> {
    if (!mayGive(actor, FIGURE_READERS))
      throw refusal([reservedFor('“Read the figures of the programme”', FIGURE_READERS)]);
    const figures = await this.figures.of(query, actor);
    return query.format === 'csv' ? attachment(figuresCsv(figures), CSV, 'figures.csv') : figures;
  }
}
