import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { EXPORTERS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { makeExport } from '../../../platform/export/make-export';
import { attachment, CSV, JSON_FILE } from '../http/attachment';
import { Produces } from '../http/media-types.guard';
import { refusal } from '../http/problems';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { FileRoute } from '../openapi/route';
import { ExportRead } from './export.read';
import { SigningKey } from './signing-key';
import { timelineCsv } from './timeline-csv';

const exportQuery = z.strictObject({
  format: z.enum(['json', 'csv']).default('json').describe('json proves itself; csv is for reading and is not signed'),
});
type ExportQuery = z.output<typeof exportQuery>;

@ApiTags('Timeline')
@Controller('api/v1/operations/:reference/export')
export class ExportController {
  constructor(
    private readonly operations: ExportRead,
    private readonly signing: SigningKey,
  ) {}

  @Get()
  @Produces('application/json', 'text/csv')
  @FileRoute({
    id: 'exportOperation',
    logged: 'disclosure',
    summary: 'Export an operation',
    description:
      `For: ${spelt(EXPORTERS)}. As JSON, one file with all events as they were hashed, their texts and a signed ` +
      'manifest: `waymark verify FILE` proves it anywhere, with nothing but the file. As CSV, the timeline alone for a ' +
      'spreadsheet, without manifest or signature: it proves nothing. A cell that a spreadsheet would take for a formula ' +
      'begins with an apostrophe.',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Export' } },
      'text/csv': { schema: { type: 'string' } },
    },
    problems: ['validation', 'forbidden', 'not-found'],
  })
  async export(
    @Param('reference', ReferencePipe) reference: string,
    @Query({ schema: exportQuery }) { format }: ExportQuery,
    @Me() { actor }: Identity,
  ): Promise<StreamableFile> {
    if (!mayGive(actor, EXPORTERS)) throw refusal([reservedFor('“Export an operation”', EXPORTERS)]);
    const parts = await this.operations.one(reference, actor);
    if (format === 'csv') return attachment(timelineCsv(parts), CSV, `${reference}.csv`);
    const making = { madeAt: new Date().toISOString(), madeBy: actor.id };
    return attachment(makeExport(parts, making, this.signing.key), JSON_FILE, `${reference}.json`);
  }
}
