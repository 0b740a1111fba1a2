import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { CommandAnswer } from '../../api/commands/command.schema';
import type { Api } from '../api-client/api';
import type { Typed } from '../forms/field';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { passOn } from '../http/download';
import { Redirect, View, type Answer } from '../http/view';
import { pathOf } from '../operations/read-operation';
import { KeptForms } from '../session/kept-forms';
import type { WebRequest } from '../session/session';
import { mappingBody, mappingFields, mappingTyped, providerName, type Provider } from './mapping-form';
import { readTranslation, translationPath, type ReadTranslation } from './read-translation';
import { messageSelection } from './selection';

/** Commands that a phone offers. */
const OFFERED = ['addSubject', 'addIdentifier', 'addEntity', 'linkEntities', 'completeProduct'];

/** A phone extract on its way into English: how far it is, and how its file is read. */
@Controller('operations/:reference/translations/:translation')
export class TranslationController {
  constructor(
    private readonly forms: Forms,
    private readonly kept: KeptForms,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
  ): Promise<Answer> {
    const [known, providers, before] = await Promise.all([
      readTranslation(request.api, reference, id),
      readProviders(request.api),
      this.forms.typedBefore(request),
    ]);
    if (known instanceof View) return known;
    const { recognised } = known.translation;
    const fields = fieldsFor(known, providers, before.typed);
    const version = known.operation.sequence;
    const form =
      fields &&
      recognised &&
      this.forms.begun(request, fields, { version, prefilled: mappingTyped(recognised) }, before);
    return view(known, form);
  }

  /** Confirms how the file is read: the command `confirmExtract`. */
  @Post()
  async confirm(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
    @Body() typed: Typed,
  ): Promise<Answer> {
    const [known, providers] = await Promise.all([
      readTranslation(request.api, reference, id),
      readProviders(request.api),
    ]);
    if (known instanceof View) return known;
    const fields = fieldsFor(known, providers, typed);
    // Somebody else has said it meanwhile: the page shows what came of it.
    if (!fields) return new Redirect(known.at);
    const sent = await this.forms.send(request, {
      fields,
      send: (body, key, version) => {
        const meant = mappingBody(body, known.translation.id);
        return request.api.post<CommandAnswer>(pathOf(reference, '/commands/confirmExtract'), meant, { key, version });
      },
    });
    if (!sent.done) return view(known, sent.form, sent.status);
    request.session.notice = { kind: 'success', text: 'Recorded: how the file is read' };
    return new Redirect(known.at);
  }

  /** Leads to the form of a command with what a phone says of it, which is in no address. */
  @Post('offer')
  async offer(
    @Req() { me }: WebRequest,
    @Param('reference') reference: string,
    @Body() { command, ...typed }: Typed,
  ): Promise<Answer> {
    if (typeof command !== 'string' || !OFFERED.includes(command)) throw new NotFoundException();
    const offered = await this.kept.keep(me.id, typed);
    return new Redirect(`/operations/${encodeURIComponent(reference)}/do/${command}?offered=${offered}`);
  }

  /** The product as a file: all of it, or what is chosen. */
  @Get('product')
  async product(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
    @Query() asked: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const { cursor: _, ...selection } = messageSelection(asked).asked;
    const path = translationPath(reference, encodeURIComponent(id), '/product');
    await passOn(await api.stream(path, { ...selection, format: [asked['format'] ?? 'csv'].flat()[0] }), response);
  }
}

const readProviders = async (api: Api) =>
  (await api.get<{ readonly items: readonly Provider[] }>('/api/v1/translation-providers')).items;

/** The form of how the file is read, while a person has to say so and may. */
function fieldsFor({ translation, actions, isAsking }: ReadTranslation, providers: readonly Provider[], typed: Typed) {
  const action = actions.find(({ command }) => command === 'confirmExtract');
  if (!isAsking || !translation.recognised || !action?.allowed || !action.body) return undefined;
  return mappingFields(action.body, translation.recognised, providers, typed);
}

function view(known: ReadTranslation, form: Form | null | undefined, status = 200): View {
  const costs = known.translation.costs.map((cost) => ({ ...cost, provider: providerName(cost.provider) }));
  return new View('translations/overview.njk', { ...known, form, costs, tab: 'overview' }, status);
}
