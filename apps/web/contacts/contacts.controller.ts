import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Contact, ContactPage } from '../../api/contacts/contact.schema';
import { Schemas } from '../api-client/schemas';
import type { Form } from '../forms/form';
import { textAt, type Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import { Forms } from '../forms/forms.service';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';

const API = '/api/v1/contact-requests';

/** Lead officers of operations that hold an interest in the same people or things are put in touch. */
@Controller('contact-requests')
export class ContactsController {
  constructor(
    private readonly forms: Forms,
    private readonly schemas: Schemas,
  ) {}

  @Get()
  async list(@Req() { api }: WebRequest, @Query('cursor') cursor: string | undefined): Promise<Answer> {
    const page = await api.get<ContactPage>(API, { cursor });
    return new View('contacts/list.njk', { page, next: page.next?.replace('/api/v1', '') });
  }

  /** For whoever is back from signing in; the match that is meant is among what was typed. */
  @Get('new')
  async again(@Req() request: WebRequest): Promise<Answer> {
    const before = await this.forms.typedBefore(request);
    return asking(this.forms.begun(request, await this.fields('requestContact'), {}, before), before.typed);
  }

  /** Comes from where a match was found, and then from its own form. */
  @Post('new')
  @HttpCode(200)
  async ask(@Req() request: WebRequest, @Body() typed: Typed): Promise<Answer> {
    const fields = await this.fields('requestContact');
    const match = textAt(typed, 'match');
    if (!('message' in typed)) {
      const before = { typed: { match }, kept: false };
      return asking(this.forms.begun(request, fields, {}, before), typed);
    }
    const sent = await this.forms.send(request, {
      fields,
      send: (body, key) => request.api.post<Contact>(API, { match, ...body }, { key }),
    });
    if (!sent.done) return asking(sent.form, typed, sent.status);
    request.session.notice = { kind: 'success', text: 'Your request is on its way to whoever leads that operation' };
    return new Redirect(`/contact-requests/${sent.answer.id}`);
  }

  @Get(':id')
  async one(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    const [contact, fields, before] = await Promise.all([
      request.api.get<Contact>(pathOf(id)),
      this.fields('answerContactRequest'),
      this.forms.typedBefore(request),
    ]);
    const form = this.forms.begun(request, fields, {}, before);
    return new View('contacts/one.njk', { contact, form });
  }

  @Post(':id')
  async answer(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    const sent = await this.forms.send(request, {
      fields: await this.fields('answerContactRequest'),
      send: (body, key) => request.api.post<Contact>(`${pathOf(id)}/answers`, body, { key }),
    });
    if (!sent.done) {
      const contact = await request.api.get<Contact>(pathOf(id));
      return new View('contacts/one.njk', { contact, form: sent.form }, sent.status);
    }
    request.session.notice = { kind: 'success', text: 'Your answer is sent' };
    return new Redirect(`/contact-requests/${id}`);
  }

  private async fields(operation: string) {
    const all = fieldsOf(await this.schemas.bodyOf(operation), { typed: {} });
    return all.filter(({ path }) => path !== 'match');
  }
}

const pathOf = (id: string) => `${API}/${encodeURIComponent(id)}`;

function asking(form: Form, typed: Typed, status = 200): View {
  return new View('contacts/new.njk', { form, match: textAt(typed, 'match') }, status);
}
