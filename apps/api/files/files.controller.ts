import { Controller, Get, HttpCode, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FILE_TYPES } from '../../../domain/operation/codes';
import { spelt } from '../../../domain/access/rules';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { answered } from '../commands/answered';
import { commandAnswer, type CommandAnswer } from '../commands/command.schema';
import { requestSchemas } from '../commands/command-request';
import { Within } from '../http/deadline.interceptor';
import { inputSchema } from '../http/json-schema';
import { UPLOAD_MS } from '../http/limits';
import { Consumes, Produces } from '../http/media-types.guard';
import { ReferencePipe } from '../http/reference';
import { IdempotencyKey, IfMatch, Me, type Identity } from '../http/request';
import { FileRoute, PostRoute, IfMatchHeader } from '../openapi/route';
import { ALLOWED } from './file-type';
import { FilesService, FORM_FIELDS } from './files.service';

const { properties = {} } = inputSchema(requestSchemas.attachFile);
const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', contentMediaType: 'application/octet-stream', description: ALLOWED },
    ...Object.fromEntries(FORM_FIELDS.map((name) => [name, properties[name]])),
  },
} as object;

@ApiTags('Files')
@Controller('api/v1/operations/:reference/files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Post()
  @HttpCode(200)
  @Within(UPLOAD_MS)
  @Consumes('multipart/form-data')
  @IfMatchHeader('operation')
  @PostRoute({
    id: 'attachFile',
    logged: { refusals: 'collection' },
    summary: lifecycle.attachFile.title,
    description:
      `For: ${spelt(lifecycle.attachFile.roles)}. When: ${lifecycle.attachFile.stages.join(', ')}. One file, sent as a ` +
      `form. ${ALLOWED} Its type is found out from its content, and its name must agree with that. A file that is not ` +
      'attached in the end is not kept.',
    answer: commandAnswer,
    headers: ['ETag', 'Idempotency-Replayed'],
    problems: ['not-found', 'forbidden', 'version-conflict', 'blocked', 'idempotency-mismatch'],
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ required: true, schema: FORM })
  async attach(
    @Param('reference', ReferencePipe) reference: string,
    @Me() { actor }: Identity,
    @IdempotencyKey() idempotencyKey: string,
    @IfMatch() ifMatch: number | null,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return answered(await this.files.attach(reference, { actor, idempotencyKey, ifMatch }, request), response);
  }

  @Get(':file')
  @Produces(...FILE_TYPES)
  @FileRoute({
    id: 'readFile',
    logged: 'consultation',
    summary: 'Read a file',
    description:
      'As it was attached, to be saved and not to be shown. `Repr-Digest` (RFC 9530) carries its SHA-256. A file that is no ' +
      'longer what was attached does not come whole: its connection breaks off.',
    content: Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: {} }])),
    problems: ['not-found', 'gone'],
  })
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Param('file') id: string,
    @Me() { actor }: Identity,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { file, name, content } = await this.files.open(reference, id, actor);
    response.attachment(name);
    // Without a charset: a text is in whichever it came in.
    response.setHeader('Content-Type', file.mediaType);
    response.setHeader('Repr-Digest', `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`);
    return new StreamableFile(content, { length: file.size }).setErrorHandler(() => response.destroy());
  }
}
