import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import type { CommandAnswer } from '../../api/commands/command.schema';
import type { OperationView } from '../../api/operations/operation.schema';
import type { Api } from '../api-client/api';
import { Schemas } from '../api-client/schemas';
import type { Field, Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { fileField } from '../forms/file-field';
import { given, type Schema } from '../forms/schema';
import { Uploads } from '../forms/uploads.service';
import { passOn } from '../http/download';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { pathOf, readNames, readOperation } from './read-operation';

const { title } = lifecycle.attachFile;
const ENDINGS = ['.csv', '.tsv', '.txt', '.json', '.jsonl', '.xlsx', '.docx', '.pdf', '.png', '.jpg', '.heic', '.zip'];
const FILE = fileField(
  'File',
  `${ENDINGS.join(', ')}. It is looked at for viruses where there is a scanner, and its type is found out from its content.`,
  ENDINGS.join(','),
);

/** Files of an operation: attaching one, and taking one out. */
@Controller('operations/:reference/files')
export class FilesController {
  constructor(
    private readonly forms: Forms,
    private readonly uploads: Uploads,
    private readonly schemas: Schemas,
  ) {}

  @Get('attach')
  async show(@Req() request: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [known, before] = await Promise.all([this.known(request.api, reference), this.forms.typedBefore(request)]);
    const form = this.forms.begun(request, known.fields(before.typed), { version: known.operation.sequence }, before);
    return view(known.operation, form);
  }

  /** Passes the file on as it comes: it is never whole here. */
  @Post('attach')
  async attach(@Req() request: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const path = pathOf(reference, '/files');
    const sent = await this.uploads.send<CommandAnswer>(request, path, async (typed) => ({
      fields: (await this.known(request.api, reference)).fields(typed),
    }));
    if (!sent.done) return view(await readOperation(request.api, reference), sent.form, sent.status);
    request.session.notice = { kind: 'success', text: `Recorded: ${title}` };
    return new Redirect(`/operations/${reference}/files`);
  }

  @Get(':file')
  async read(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('file') file: string,
    @Res() response: Response,
  ): Promise<void> {
    await passOn(await api.stream(pathOf(reference, `/files/${encodeURIComponent(file)}`)), response);
  }

  private async known(api: Api, reference: string) {
    const [operation, names, schema] = await Promise.all([
      readOperation(api, reference),
      readNames(api, reference),
      this.schemas.bodyOf('attachFile'),
    ]);
    const { file: _, about = {}, ...others } = schema.properties ?? {};
    const properties = { ...others, about: { ...given(about).schema, enum: mattersOf(operation) } };
    const fields = (typed: Typed): readonly Field[] => [
      ...fieldsOf({ properties, required: [] } satisfies Schema, { typed, names }),
      FILE,
    ];
    return { operation, fields };
  }
}

/** What a file can be about (`file-matters` of `domain/operation/choices.ts`). */
const mattersOf = ({ subjects, entities, exhibits, reports, products }: OperationView): readonly string[] => [
  ...[subjects, entities, exhibits, reports].flatMap((all) => all.map(({ id }) => id)),
  ...products.map(({ product }) => product),
];

const view = (operation: OperationView, form: Form, status = 200) =>
  new View('operations/upload.njk', { operation, form, heading: title, back: 'files', backText: 'Files' }, status);
