import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Readable } from 'node:stream';
import type { CommandAnswer } from '../../api/commands/command.schema';
import type { OperationView } from '../../api/operations/operation.schema';
import { ApiProblem } from '../api-client/problem';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { passOn } from '../http/download';
import { letBy, readForm, type Incoming } from '../http/multipart';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { fileField } from './at-file';
import { pathOf, readOperation } from './read-operation';

const FIELDS = [fileField('Message file', 'As the other side’s system or Waymark writes it (.json)', '.json')];
/** The longest message fits several times. */
const MOST_BYTES = 200_000;

/** Europol messages as files, to and from the system that carries them. */
@Controller('operations/:reference/europol')
export class EuropolFilesController {
  constructor(private readonly forms: Forms) {}

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
    const { typed, file } = await readForm(request);
    request.body = typed;
    try {
      const operation = await readOperation(request.api, reference);
      const sent = await this.forms.send(request, {
        fields: FIELDS,
        send: async (_, key, version) =>
          request.api
            .post<CommandAnswer>(pathOf(reference, '/europol/messages/files'), await messageIn(file), { key, version })
            .catch(ofFile),
      });
      if (!sent.done) return view(operation, sent.form, sent.status);
      request.session.notice = { kind: 'success', text: 'Recorded: the message that the file holds' };
      return new Redirect(`/operations/${reference}/europol`);
    } finally {
      letBy(request, file);
    }
  }
}

const wrong = (message: string) =>
  new ApiProblem({ type: '/problems/validation', title: message, status: 400, errors: [{ path: 'file', message }] });

/** What a message file says. @throws ApiProblem for what is none */
async function messageIn(file: Incoming | undefined): Promise<unknown> {
  const text = file === undefined ? '' : await textOf(file.content);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong('This is no message file: it must be JSON, as it was sent');
  }
}

async function textOf(content: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw wrong('No message file is as large as this');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Each thing that is wrong with the message is wrong with the file that holds it. @throws the problem always */
function ofFile(error: unknown): never {
  if (!(error instanceof ApiProblem) || error.kind !== 'validation') throw error;
  const said = (error.problem.errors ?? []).map(({ path, message }) => `${path}: ${message}`);
  throw wrong(said.join(' ') || (error.problem.detail ?? error.problem.title));
}

const view = (operation: OperationView, form: Form, status = 200) =>
  new View(
    'operations/upload.njk',
    { operation, form, heading: 'Take a received message file in', back: 'europol', backText: 'Europol' },
    status,
  );
