import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { SavedMapping, SuggestionAnswer } from '../../api/profiles/imports.schema';
import { Schemas } from '../api-client/schemas';
import { textsAt, type Typed } from '../forms/field';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { sentUnlisted } from '../forms/records';
import { Uploads } from '../forms/uploads.service';
import { Redirect, View, type Answer } from '../http/view';
import { KeptForms } from '../session/kept-forms';
import type { WebRequest } from '../session/session';
import { codeText } from '../words/codes';
import { mappingAt } from './addresses';
import { recordsFile } from './records-file';
import { mappingFields, typedMapping, typedSuggestion, WORDS } from './mapping-form';

const FIELDS = [recordsFile('A file of this force')];

/** How the files of a force are read: suggested from a file, corrected by a person, and saved. */
@Controller('profiles/mappings/:force')
export class MappingsController {
  constructor(
    private readonly schemas: Schemas,
    private readonly forms: Forms,
    private readonly pages: FormPages,
    private readonly uploads: Uploads,
    private readonly kept: KeptForms,
  ) {}

  @Get()
  async look(
    @Req() request: WebRequest,
    @Param('force') force: string,
    @Query('suggested') suggested: string | undefined,
  ): Promise<Answer> {
    const suggestion = suggested === undefined ? undefined : await this.kept.of(suggested, request.me.id);
    return this.pages.show(request, await this.saying(request, force, suggestion));
  }

  @Post()
  async save(@Req() request: WebRequest, @Param('force') force: string): Promise<Answer> {
    return this.pages.send(request, await this.saying(request, force));
  }

  @Get('suggestion')
  async choose(@Req() request: WebRequest, @Param('force') force: string): Promise<Answer> {
    return suggesting(force, this.forms.begun(request, FIELDS, {}, await this.forms.typedBefore(request)));
  }

  @Post('suggestion')
  async suggest(@Req() request: WebRequest, @Param('force') force: string): Promise<Answer> {
    const path = '/api/v1/profiles/mappings/suggestions';
    const sent = await this.uploads.send<SuggestionAnswer>(request, path, () => ({ fields: FIELDS, said: { force } }));
    if (!sent.done) return suggesting(force, sent.form, sent.status);
    const kept = await this.kept.keep(request.me.id, typedSuggestion(sent.answer));
    return new Redirect(`/profiles/mappings/${force}?${new URLSearchParams({ suggested: kept }).toString()}`);
  }

  private async saying({ api, body }: WebRequest, force: string, suggestion?: Typed): Promise<FormPage<SavedMapping>> {
    const [schema, saved] = await Promise.all([
      this.schemas.bodyOf('saveForceMapping'),
      api.find<SavedMapping>(mappingAt(force)),
    ]);
    const typed = suggestion ?? ((body ?? {}) as Typed);
    const name = codeText(force, 'force');
    return {
      title: `How files of ${name} are read`,
      back: { href: '/profiles/imports', text: 'Records of forces' },
      submit: 'Save',
      template: 'profiles/mapping.njk',
      data: {
        force,
        saved,
        isSuggested: suggestion !== undefined,
        asks: textsAt(typed, '_asks'),
        unread: textsAt(typed, '_unread'),
        header: textsAt(typed, '_header'),
      },
      fields: (now) => mappingFields(schema, now),
      prefilled: suggestion ?? (saved ? typedMapping(saved.mapping) : {}),
      send: (said) =>
        sentUnlisted({ ...said, force }, WORDS, (mapping) => api.put<SavedMapping>(mappingAt(force), mapping)),
      done: () => ({
        notice: `Files of ${name} are read so from now on`,
        to: `/profiles/imports/new?${new URLSearchParams({ force }).toString()}`,
      }),
    };
  }
}

const suggesting = (force: string, form: Form, status = 200): View =>
  new View('profiles/suggest.njk', { force, forceName: codeText(force, 'force'), form }, status);
