import { Body, Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { CommandAnswer } from '../../api/commands/command.schema';
import type { Api } from '../api-client/api';
import type { Field, Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import type { Form } from '../forms/form';
import { backOf, Forms } from '../forms/forms.service';
import type { Schema } from '../forms/schema';
import { Redirect, View, type Answer } from '../http/view';
import { peopleOffered } from '../people/people-offered';
import type { WebRequest } from '../session/session';
import { concerning } from './changed-since';
import { pathOf, readActions, readNames, readOperation, type Action } from './read-operation';
import { sectionOf } from './sections';

/** Commands that have a page of their own, by where it is. */
const ELSEWHERE: Readonly<Record<string, (reference: string, asked: Readonly<Record<string, string>>) => string>> = {
  recordThreatScore: (reference) => `/operations/${reference}/score`,
  attachFile: (reference) => `/operations/${reference}/files/attach`,
  challengeAccess: (reference) => `/operations/${reference}/break-glass`,
  // Of one translation, where it is read; else where they all are.
  confirmExtract: (reference, { translation }) =>
    `/operations/${reference}/${translation === undefined ? 'products' : `translations/${translation.split('.').at(-1) ?? ''}`}`,
};

/** The form of any command, made from what the API says of its body. */
@Controller('operations/:reference/do/:command')
export class CommandController {
  constructor(private readonly forms: Forms) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('command') command: string,
  ): Promise<Answer> {
    const elsewhere = Object.hasOwn(ELSEWHERE, command) ? ELSEWHERE[command] : undefined;
    if (elsewhere) return new Redirect(elsewhere(reference, request.query as Record<string, string>));
    const [known, before] = await Promise.all([
      this.known(request.api, reference, command),
      this.forms.typedBefore(request),
    ]);
    const fields = known.fields(before.typed);
    const form = this.forms.begun(request, fields, { version: known.operation.sequence }, before);
    return view(request, known, form, 200);
  }

  @Post()
  async give(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('command') command: string,
    @Body() typed: Typed,
  ): Promise<Answer> {
    const changed = this.forms.changedRows(typed);
    if (changed) {
      const known = await this.known(request.api, reference, command);
      return view(request, known, this.forms.again(request, known.fields(changed), changed), 200);
    }
    const action = await this.action(request.api, reference, command);
    const fields = fieldsOf(action.body as Schema, { typed, people: [] });
    const sent = await this.forms.send(request, {
      fields,
      send: (body, key, version) =>
        request.api.post<CommandAnswer>(pathOf(reference, `/commands/${command}`), body, { key, version }),
      concerning: concerning(request.api, reference, command),
    });
    if (!sent.done) {
      const known = await this.known(request.api, reference, command);
      return view(request, known, { ...sent.form, fields: known.fields(typed) }, sent.status);
    }
    request.session.notice = { kind: 'success', text: `Recorded: ${action.title}` };
    return new Redirect(backOf(request) ?? pageOf(reference, command));
  }

  private async action(api: Api, reference: string, command: string): Promise<Action> {
    const { items } = await readActions(api, reference, [command]);
    if (!items[0]?.body) throw new NotFoundException();
    return items[0];
  }

  /** Everything that a form of a command shows. */
  private async known(api: Api, reference: string, command: string) {
    const [operation, action, people] = await Promise.all([
      readOperation(api, reference),
      this.action(api, reference, command),
      peopleOffered(api),
    ]);
    const names = await readNames(api, reference, operation);
    const fields = (typed: Typed): readonly Field[] => fieldsOf(action.body as Schema, { typed, names, people });
    return { operation, action, fields };
  }
}

interface Known {
  readonly operation: Awaited<ReturnType<typeof readOperation>>;
  readonly action: Action;
}

function view(request: WebRequest, { operation, action }: Known, form: Form, status: number): View {
  const back = backOf(request);
  const cancel = back ?? pageOf(operation.reference, action.command);
  const cameFrom = back === undefined ? (sectionOf(action.command)?.title ?? 'Overview') : 'Back';
  return new View('operations/command.njk', { operation, action, form, cancel, cameFrom }, status);
}

/** The page of an operation on which a command shows. */
function pageOf(reference: string, command: string): string {
  const section = sectionOf(command);
  return `/operations/${reference}${section ? `/${section.name}` : ''}`;
}
