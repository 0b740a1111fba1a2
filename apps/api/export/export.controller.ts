import { createPublicKey } from 'node:crypto';
import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../../domain/access/actor';
import { EXPORTERS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import type { ExportParts } from '../../../platform/export/export.schema';
import { makeExport, type Making } from '../../../platform/export/make-export';
import { signFile, type FileToSign } from '../../../platform/export/sign-file';
import { fingerprintOf } from '../../../platform/timeline/signature';
import { attachment, CSV, JSON_FILE } from '../http/attachment';
import { Within } from '../http/deadline.interceptor';
import { Produces } from '../http/media-types.guard';
import { refusal } from '../http/problems';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { FileRoute } from '../openapi/route';
import { ExportRead } from './export.read';
import { SigningKey } from './signing-key';
import { timelineCsv } from './timeline-csv';
import { PDF_EVENTS, timelinePdf } from './timeline-pdf-thread';

const exportQuery = z.strictObject({
  format: z
    .enum(['json', 'csv', 'pdf'])
    .default('json')
    .describe('json: one file that holds all; csv and pdf: an archive of the file and its signed manifest'),
});
type ExportQuery = z.output<typeof exportQuery>;

const ZIP = 'application/zip';
const PDF = 'application/pdf';
/** A PDF of many events takes its time, and waits for the one before it. */
const MAKING_MS = 30_000;

@ApiTags('Timeline')
@Controller('api/v1/operations/:reference/export')
export class ExportController {
  constructor(
    private readonly operations: ExportRead,
    private readonly signing: SigningKey,
  ) {}

  @Get()
  @Produces('application/json', ZIP)
  @Within(MAKING_MS)
  @FileRoute({
    id: 'exportOperation',
    logged: 'disclosure',
    summary: 'Export an operation',
    description:
      `For: ${spelt(EXPORTERS)}. Each form is signed: \`waymark verify FILE\` proves it anywhere, with nothing but the file. As ` +
      'JSON, one file with all events as they were hashed, their texts and a signed manifest, which proves the whole chain. As ' +
      'CSV (for a spreadsheet) or PDF (for paper), an archive of that file and of `manifest.json` (SignedFile), which proves that it ' +
      'is as it was given out. A cell that a spreadsheet would take for a formula begins with an apostrophe; a PDF holds at most ' +
      `${PDF_EVENTS} events.`,
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Export' } },
      // Of what is in the archive, the manifest has a schema.
      [ZIP]: {
        schema: { type: 'string', format: 'binary', contentSchema: { $ref: '#/components/schemas/SignedFile' } },
      },
    },
    problems: ['validation', 'forbidden', 'not-found'],
  })
  async export(
    @Param('reference', ReferencePipe) reference: string,
    @Query({ schema: exportQuery }) { format }: ExportQuery,
    @Me() { actor }: Identity,
  ): Promise<StreamableFile> {
    if (!mayGive(actor, EXPORTERS)) throw refusal([reservedFor('“Export an operation”', EXPORTERS)]);
    const making = { madeAt: new Date().toISOString(), madeBy: actor.id };
    if (format === 'pdf') return this.onPaper(reference, actor, making);
    const parts = await this.operations.one(reference, actor);
    if (format === 'json')
      return attachment(makeExport(parts, making, this.signing.key), JSON_FILE, `${reference}.json`);
    const content = Buffer.from(timelineCsv(parts));
    return this.archive({ name: `${reference}.csv`, mediaType: CSV, content }, parts.operation, making);
  }

  private async onPaper(reference: string, actor: Actor, making: Making): Promise<StreamableFile> {
    const { operation, ...shown } = await this.operations.onPaper(reference, actor, PDF_EVENTS);
    const { sequence: total, hash: head } = operation;
    const fingerprint = fingerprintOf(createPublicKey(this.signing.key));
    const content = await timelinePdf({ reference, ...shown, ...making, fingerprint, total, head });
    return this.archive({ name: `${reference}.pdf`, mediaType: PDF, content }, operation, making);
  }

  private async archive(file: FileToSign, of: ExportParts['operation'], making: Making): Promise<StreamableFile> {
    const bytes = await signFile(file, of, { making, key: this.signing.key });
    return attachment(bytes, ZIP, `${file.name}.zip`);
  }
}
