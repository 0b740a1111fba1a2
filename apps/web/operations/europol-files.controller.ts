import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Readable } from 'node:stream';
import type { CommandAnswer } from '../../api/commands/command.schema';
import type { OperationView } from '../../api/operations/operation.schema';
import { ApiProblem } from '../api-client/problem';
import type { Form } from '../forms/form';
import { fileField, wrongFile } from '../forms/file-field';
import { Forms } from '../forms/forms.service';
import { Uploads } from '../forms/uploads.service';
import { passOn } from '../http/download';
import type { Incoming } from '../http/multipart';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { pathOf, readOperation } from './read-operation';

const FIELDS = [fileField('Message file', 'As the other side’s system or Waymark writes it (.json)', '.json')];
/** The longest message fits several times. */
const MOST_BYTES = 200_000;

/** Europol messages as files, to and from the system that carries them. */
@Controller('operations/:reference/europol')
export class EuropolFilesController {
  constructor(
    private readonly forms: Forms,
    private readonly uploads: Uploads,
  ) {}

  @Get('messages/:message/file')
  async file(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('message') message: string,
    @Res() response: Response,
  ): Promise<void> {
    const path = pathOf(reference, `/europol/messages/${encodeURIComponent(message)}/file`);
    await passOn(await api.stream(path), response);
  }

  @Get('receive')
  async show(@Req() request: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [operation, before] = await Promise.all([
      readOperation(request.api, reference),
      this.forms.typedBefore(request),
    ]);
    return view(operation, this.forms.begun(request, FIELDS, { version: operation.sequence }, before));
  }

  @Post('receive')
  async receive(@Req() request: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const path = pathOf(reference, '/europol/messages/files');
    const sent = await this.uploads.read(request, (_, file) =>
      this.forms.send(request, {
        fields: FIELDS,
        send: async (__, key, version) =>
          request.api.post<CommandAnswer>(path, await messageIn(file), { key, version }).catch(ofFile),
      }),
    );
    if (!sent.done) return view(await readOperation(request.api, reference), sent.form, sent.status);
    request.session.notice = { kind: 'success', text: 'Recorded: the message that the file holds' };
    return new Redirect(`/operations/${reference}/europol`);
  }
}

/** What a message file says. @throws ApiProblem for what is none */
async function messageIn(file: Incoming | undefined): Promise<unknown> {
  const text = file === undefined ? '' : await textOf(file.content);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrongFile('This is no message file: it must be JSON, as it was sent');
  }
}

async function textOf(content: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw wrongFile('No message file is as large as this');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Each thing that is wrong with the message is wrong with the file that holds it. @throws the problem always */
function ofFile(error: unknown): never {
  if (!(error instanceof ApiProblem) || error.kind !== 'validation') throw error;
  const said = (error.problem.errors ?? []).map(({ path, message }) => `${path}: ${message}`);
  throw wrongFile(said.join(' ') || (error.problem.detail ?? error.problem.title));
}

const view = (operation: OperationView, form: Form, status = 200) =>
  new View(
    'operations/upload.njk',
    { operation, form, heading: 'Take a received message file in', back: 'europol', backText: 'Europol' },
    status,
  );
