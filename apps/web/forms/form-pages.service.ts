import { Injectable } from '@nestjs/common';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import type { Field, Typed } from './field';
import type { Form } from './form';
import { Forms } from './forms.service';

/** A page that is a form. It is put together from what there is now, both to be shown and to be sent. */
export interface FormPage<T = unknown> {
  readonly title: string;
  readonly caption?: string | undefined;
  readonly back: { readonly href: string; readonly text: string };
  /** What its button says. */
  readonly submit: string;
  /** Said before the form, a paragraph each. */
  readonly says?: readonly string[];
  /** Whether what it does cannot be taken back. */
  readonly isWarning?: boolean;
  /** By what was typed so far, which says how many rows a list has. */
  readonly fields: (typed: Typed) => readonly Field[];
  readonly prefilled?: Typed;
  readonly version?: number | undefined;
  /** What it changes as it is now: shown where somebody else has changed it meanwhile. */
  readonly asItIs?: readonly { readonly label: string; readonly text: string }[];
  /** Default: a form and nothing else. */
  readonly template?: string;
  /** What its template shows besides. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Paths of fields that its template shows in a way of its own. */
  readonly elsewhere?: readonly string[];
  readonly send: (body: object, key: string, version: string | undefined) => Promise<T>;
  /** What is said of it afterwards, and where. */
  readonly done: (answer: T, body: object) => { readonly notice: string; readonly to: string };
}

/** Shows and sends the pages that are forms, all in the same way. */
@Injectable()
export class FormPages {
  constructor(private readonly forms: Forms) {}

  async show<T>(request: WebRequest, page: FormPage<T>): Promise<View> {
    const before = await this.forms.typedBefore(request);
    const typed = { ...page.prefilled, ...before.typed };
    return view(page, this.forms.begun(request, page.fields(typed), page, before));
  }

  async send<T>(request: WebRequest, page: FormPage<T>): Promise<Answer> {
    const typed = request.body as Typed;
    const changed = this.forms.changedRows(typed);
    if (changed) return view(page, this.forms.again(request, page.fields(changed), changed));
    let given: object = {};
    const sent = await this.forms.send(request, {
      fields: page.fields(typed),
      send: (body, key, version) => page.send((given = body), key, version),
    });
    if (!sent.done) return view(page, sent.form, sent.status);
    const { notice, to } = page.done(sent.answer, given);
    request.session.notice = { kind: 'success', text: notice };
    return new Redirect(to);
  }
}

function view<T>(page: FormPage<T>, form: Form, status = 200): View {
  const { title, caption, back, submit, says = [], isWarning = false, asItIs = [], data, elsewhere = [] } = page;
  const usual = { ...form, fields: form.fields.filter(({ path }) => !elsewhere.includes(path)) };
  const shown = { title, caption, back, submit, says, isWarning, asItIs, form, usual, ...data };
  return new View(page.template ?? 'components/form-page.njk', shown, status);
}
