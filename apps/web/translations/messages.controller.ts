import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { mayGive } from '../../../domain/access/rules';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { LEXICON_THEMES } from '../../../domain/translation/lexicon.schema';
import type { MessagePage, TranslatedMessage } from '../../api/translations/translations.schema';
import { Schemas } from '../api-client/schemas';
import type { Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { languages } from '../forms/lists';
import { nextPage } from '../http/next-page';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { readTranslation, translationPath } from './read-translation';
import { messageSelection, type MessageSelection } from './selection';
import { shownMessage } from './side-by-side';

const PAGE = 25;

/** Messages side by side with their English, and the correction of one of them. */
@Controller('operations/:reference/translations/:translation/messages')
export class MessagesController {
  constructor(
    private readonly forms: Forms,
    private readonly schemas: Schemas,
  ) {}

  @Get()
  async messages(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
    @Query() asked: Typed,
  ): Promise<Answer> {
    return this.page(request, reference, id, messageSelection(asked), asked);
  }

  /** The same page with the form of one message open. */
  @Get(':row/correction')
  async correction(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
    @Param('row') row: string,
    @Query() asked: Typed,
  ): Promise<Answer> {
    const [fields, before] = await Promise.all([this.fields(), this.forms.typedBefore(request)]);
    const form = this.forms.begun(request, fields, {}, before);
    return this.page(request, reference, id, messageSelection(asked), asked, { row: Number(row), form });
  }

  @Post(':row/correction')
  async correct(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
    @Param('row') row: string,
    @Query() asked: Typed,
  ): Promise<Answer> {
    const fields = await this.fields();
    const path = translationPath(reference, encodeURIComponent(id), `/messages/${encodeURIComponent(row)}/correction`);
    const sent = await this.forms.send(request, {
      fields,
      send: (body, key) => request.api.put<TranslatedMessage>(path, body, { key }),
    });
    const selection = messageSelection(asked);
    if (!sent.done)
      return this.page(request, reference, id, selection, asked, { row: Number(row), form: sent.form }, sent.status);
    request.session.notice = { kind: 'success', text: `The English of message ${row} is corrected` };
    const at = `/operations/${reference}/translations/${id}/messages`;
    return new Redirect(`${at}?${selection.query}#row-${row}`);
  }

  private async fields() {
    return fieldsOf(await this.schemas.bodyOf('correctTranslation'), { typed: {} });
  }

  private async page(
    request: WebRequest,
    reference: string,
    id: string,
    selection: MessageSelection,
    typed: Typed,
    correcting?: { readonly row: number; readonly form: Form },
    status = 200,
  ): Promise<View> {
    const { api, me } = request;
    const known = await readTranslation(api, reference, id);
    if (known instanceof View) return known;
    const page = known.isTranslated
      ? await api.get<MessagePage>(translationPath(reference, id, '/messages'), { ...selection.asked, limit: PAGE })
      : undefined;
    return new View(
      'translations/messages.njk',
      {
        ...known,
        ...selection,
        // As it stands in the form, in the place of what the API is asked.
        asked: typed,
        note: page?.note,
        messages: page?.items.map(shownMessage) ?? [],
        next:
          page && nextPage(`${known.at}/messages`, Object.fromEntries(new URLSearchParams(selection.query)), page.next),
        correcting,
        mayCorrect: mayGive(me, lifecycle.reviewTranslation.roles),
        themes: LEXICON_THEMES,
        languages: languages(),
        narrowed: Object.keys(selection.asked).some((name) => name !== 'cursor'),
        tab: 'messages',
      },
      status,
    );
  }
}
