import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseGuards,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Force } from '../../../domain/access/actor';
import { DATA_KEEPERS, spelt } from '../../../domain/access/rules';
import { mapping as mappingSchema, type Mapping } from '../../../domain/profiles/mapping.schema';
import type { Suggestion } from '../../../domain/profiles/suggest-mapping';
import { attachment, CSV } from '../http/attachment';
import { csvOf } from '../../../platform/text/csv';
import { Within } from '../http/deadline.interceptor';
import { idPipe } from '../http/id-pipe';
import { UPLOAD_MS } from '../http/limits';
import { tellMade } from '../http/made';
import { Consumes, Produces } from '../http/media-types.guard';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { ReservedGuard } from '../identity/reserved.guard';
import { FileRoute, PostRoute, PutRoute, Route } from '../openapi/route';
import {
  force as forceSchema,
  forceImport,
  importPage,
  importsQuery,
  savedMapping,
  suggestion,
  type ForceImport,
  type ImportPage,
  type ImportsQuery,
  type SavedMapping,
} from './imports.schema';
import { Imports, noImport } from './imports.service';

const FOR = `For: ${spelt(DATA_KEEPERS)}, of the force or of its regional unit.`;
const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', contentMediaType: 'application/octet-stream', description: 'CSV, in any usual encoding' },
    force: {
      type: 'string',
      enum: [...forceSchema.options],
      description: 'Whose records; your own force where it is absent',
    },
  },
} as object;
const importId = idPipe(/^[0-9a-f]{32}$/, noImport);

@ApiTags('Force data')
@UseGuards(ReservedGuard('“Force data”', DATA_KEEPERS))
@Controller('api/v1/profiles')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Post('mappings/suggestions')
  @HttpCode(200)
  @Within(UPLOAD_MS)
  @Consumes('multipart/form-data')
  @PostRoute({
    id: 'suggestForceMapping',
    logged: 'collection',
    summary: 'Have it suggested how a file is read',
    description: `${FOR} From its header and its first rows. Nothing is kept: look through it, correct it and save it.`,
    answer: suggestion,
    problems: ['forbidden'],
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ required: true, schema: FORM })
  suggest(@Me() { actor }: Identity, @IdempotencyKey() _key: string, @Req() request: Request): Promise<Suggestion> {
    return this.imports.suggest(request, actor);
  }

  @Get('mappings/:force')
  @Route({
    id: 'readForceMapping',
    logged: { nothing: 'It tells how files are read, and of no person.' },
    summary: 'Read how a force’s files are read',
    description: FOR,
    answer: savedMapping,
    problems: ['validation', 'forbidden', 'not-found'],
  })
  mapping(@Param('force', { schema: forceSchema }) force: Force, @Me() { actor }: Identity): Promise<SavedMapping> {
    return this.imports.mapping(force, actor);
  }

  @Put('mappings/:force')
  @PutRoute({
    id: 'saveForceMapping',
    logged: { nothing: 'It tells how files are read, and of no person.' },
    summary: 'Save how a force’s files are read',
    description: `${FOR} Each change is another version; files that came before are as they were read.`,
    answer: savedMapping,
    problems: ['forbidden'],
  })
  save(
    @Param('force', { schema: forceSchema }) force: Force,
    @Body({ schema: mappingSchema }) mapping: Mapping,
    @Me() { actor }: Identity,
  ): Promise<SavedMapping> {
    return this.imports.saveMapping(force, mapping, actor);
  }

  @Post('imports')
  @HttpCode(202)
  @Within(UPLOAD_MS)
  @Consumes('multipart/form-data')
  @PostRoute({
    id: 'importForceData',
    logged: 'collection',
    summary: 'Hand in a file of records',
    description:
      `${FOR} Crime, custody, intelligence, missing-person and stop records, read by the mapping of the force. All of it counts ` +
      'once it is loaded, and nothing before; rows that cannot be taken in are listed with their line and the reason. The same file ' +
      'by the same mapping is taken in once.',
    answer: forceImport,
    status: 202,
    headers: ['Location', 'Idempotency-Replayed'],
    problems: ['forbidden', 'not-found', 'idempotency-mismatch'],
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ required: true, schema: FORM })
  async take(
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ForceImport> {
    const { made, replayed } = await this.imports.take(request, actor, key);
    tellMade(response, `/api/v1/profiles/imports/${made.id}`, replayed);
    return made;
  }

  @Get('imports')
  @Route({
    id: 'listForceImports',
    logged: { nothing: 'It tells of files, and of no person.' },
    summary: 'List the files that were handed in',
    description: FOR,
    answer: importPage,
    problems: ['validation', 'forbidden'],
  })
  page(@Query({ schema: importsQuery }) query: ImportsQuery, @Me() { actor }: Identity): Promise<ImportPage> {
    return this.imports.page(query, actor);
  }

  @Get('imports/:id')
  @Route({
    id: 'readForceImport',
    logged: { nothing: 'It tells of a file, and of no person.' },
    summary: 'Read how far a file is',
    description: FOR,
    answer: forceImport,
    problems: ['forbidden', 'not-found'],
  })
  one(@Param('id', importId) id: string, @Me() { actor }: Identity): Promise<ForceImport> {
    return this.imports.one(id, actor);
  }

  @Get('imports/:id/rejects')
  @Produces('text/csv')
  @FileRoute({
    id: 'readForceRejects',
    logged: 'disclosure',
    summary: 'Read what of a file was not taken in',
    description: `${FOR} As CSV: line, column, reason and the row as it was written. A cell that a spreadsheet would take for a formula begins with an apostrophe.`,
    content: { 'text/csv': { schema: { type: 'string' } } },
    problems: ['forbidden', 'not-found'],
  })
  async rejects(@Param('id', importId) id: string, @Me() { actor }: Identity): Promise<StreamableFile> {
    const rejects = await this.imports.rejects(id, actor);
    const rows = rejects.map(({ line, cell, reason, written }) => [line, cell ?? '', reason, written]);
    return attachment(csvOf([['line', 'column', 'reason', 'row'], ...rows]), CSV, `rejects-${id.slice(0, 8)}.csv`);
  }
}
