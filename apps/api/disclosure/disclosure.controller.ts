import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DISCLOSURE_READERS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { attachment, CSV } from '../http/attachment';
import { Produces } from '../http/media-types.guard';
import { refusal } from '../http/problems';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { FileRoute } from '../openapi/route';
import { disclosureCsv } from './disclosure-csv';
import { DisclosureRead } from './disclosure.read';
import { schedulePath, type DisclosureSchedule, type Schedule } from './disclosure.schema';

const disclosureQuery = z.strictObject({ format: z.enum(['json', 'csv']).default('json') });

@ApiTags('Operations')
@Controller('api/v1/operations/:reference/disclosure/:schedule')
export class DisclosureController {
  constructor(private readonly disclosure: DisclosureRead) {}

  @Get()
  @Produces('application/json', 'text/csv')
  @FileRoute({
    id: 'readDisclosureSchedule',
    logged: 'disclosure',
    summary: 'Read a disclosure schedule',
    description:
      `For: ${spelt(DISCLOSURE_READERS)}. MG6C, MG6D or MG6E as it stands: each item with its latest wording and decision. ` +
      'As CSV, a line an item; a cell that a spreadsheet would take for a formula begins with an apostrophe.',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/DisclosureSchedule' } },
      'text/csv': { schema: { type: 'string' } },
    },
    problems: ['validation', 'forbidden', 'not-found'],
  })
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Param('schedule', { schema: schedulePath }) schedule: Schedule,
    @Query({ schema: disclosureQuery }) { format }: z.output<typeof disclosureQuery>,
    @Me() { actor }: Identity,
  ): Promise<DisclosureSchedule | StreamableFile> {
    if (!mayGive(actor, DISCLOSURE_READERS))
      throw refusal([reservedFor('“Read a disclosure schedule”', DISCLOSURE_READERS)]);
    const found = await this.disclosure.one(reference, schedule, actor);
    return format === 'csv' ? attachment(disclosureCsv(found), CSV, `${reference}-${schedule}.csv`) : found;
  }
}
