import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ApiProblem } from '../api-client/problem';
import { KeptForms } from '../session/kept-forms';
import type { WebRequest } from '../session/session';
import { ownAddress } from '../sign-in/own-address';
import { bodyOf, typedPath, type Errors } from './body-of';
import { textAt, type Field, type Typed } from './field';
import type { Changed, Form } from './form';

export interface Beginning {
  /** What it changes, and its version now. */
  readonly version?: number | string | undefined;
  /** What is there before anything is typed. */
  readonly prefilled?: Typed;
}

/** Sent, and taken or not. */
export type Sent<T> =
  { readonly done: true; readonly answer: T } | { readonly done: false; readonly form: Form; readonly status: number };

export interface Sending<T> {
  readonly fields: readonly Field[];
  readonly send: (body: object, key: string, version: string | undefined) => Promise<T>;
  /**
   * Of what has happened since a version, what the form is about: where that is nothing, it is sent again with the newer
   * version. Nothing where it cannot be told, and without it: all that has happened is.
   */
  readonly concerning?: (since: number, body: object) => Promise<readonly Changed[] | undefined>;
}

const NOTHING_WRONG = { errors: {}, blockers: [], changes: undefined, said: undefined } as const;

/** Presses of buttons that change a form and do not send it. */
const ADD = '_add';
const REMOVE = '_remove';
/** Of a script that has what was typed put back (`client/keep-forms.ts`). */
const AGAIN = '_again';

/** How often a form is sent again because something has happened that it is not about. */
const MOST_TRIES = 8;

/**
 * The one way in which forms are shown, read and sent. Whatever comes of sending one, its author finds what they typed:
 * corrected by them, past a change by somebody else, or back from signing in.
 */
@Injectable()
export class Forms {
  constructor(private readonly kept: KeptForms) {}

  /**
   * What was typed before the author had to sign in, else what was asked for: by the address, or kept under a name that is in it
   * (`offered`), where it is nothing that may stand in an address.
   */
  async typedBefore(request: WebRequest): Promise<{ readonly typed: Typed; readonly kept: boolean }> {
    const { kept, offered, _to, ...asked } = request.query as Record<string, string>;
    const found = kept === undefined ? undefined : await this.kept.of(kept, request.me.id);
    if (found) return { typed: found, kept: true };
    const suggested = offered === undefined ? undefined : await this.kept.of(offered, request.me.id);
    return { typed: { ...asked, ...suggested }, kept: false };
  }

  /** A form that nobody has sent yet, or whose author is back. */
  begun(
    request: WebRequest,
    fields: readonly Field[],
    { version, prefilled = {} }: Beginning,
    before: { readonly typed: Typed; readonly kept: boolean },
  ): Form {
    return {
      ...NOTHING_WRONG,
      fields,
      action: actionOf(request),
      typed: { ...prefilled, ...before.typed },
      key: before.kept ? textAt(before.typed, '_key') || randomUUID() : randomUUID(),
      version: before.kept ? textAt(before.typed, '_version') : String(version ?? ''),
      by: request.formMark,
      isAgain: before.kept,
      said: before.kept ? 'What you typed is here, as you left it. Look at it once more and send it.' : undefined,
    };
  }

  /** What is typed once a row of a list is added or removed, or as it is; then the form is shown again and nothing is sent. */
  changedRows(typed: Typed): Typed | undefined {
    if (textAt(typed, AGAIN) !== '') return { ...typed, [AGAIN]: '' };
    const add = textAt(typed, ADD);
    if (add !== '') return { ...typed, [ADD]: '', [`${add}.rows`]: String(rowsOf(typed, add) + 1) };
    const remove = textAt(typed, REMOVE);
    return remove === '' ? undefined : withoutRow({ ...typed, [REMOVE]: '' }, remove);
  }

  /** The form with what has been typed so far, which nobody has sent. */
  again(request: WebRequest, fields: readonly Field[], typed: Typed): Form {
    const [key, version] = [textAt(typed, '_key') || randomUUID(), textAt(typed, '_version')];
    const [action, by] = [actionOf(request), request.formMark];
    return { ...NOTHING_WRONG, fields, action, typed, key, version, by, isAgain: true };
  }

  /** Sends a form, or says what is to be done about it. */
  async send<T>(request: WebRequest, sending: Sending<T>): Promise<Sent<T>> {
    const typed = request.body as Typed;
    const form = this.again(request, sending.fields, typed);
    const { body, errors } = bodyOf(sending.fields, typed);
    if (Object.keys(errors).length > 0) return { done: false, form: { ...form, errors }, status: 400 };
    let { version } = form;
    for (let tries = 1; ; tries++) {
      try {
        return { done: true, answer: await sending.send(body, form.key, version === '' ? undefined : version) };
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        const { problem, kind } = error;
        const changes = kind === 'version-conflict' ? await concerned(sending, form, body) : undefined;
        if (changes?.length === 0 && tries < MOST_TRIES) {
          version = String(problem.current);
          continue;
        }
        const again = shownAgain(error, form, changes);
        if (!again) throw error;
        return { done: false, form: again, status: problem.status };
      }
    }
  }
}

/** What has happened since the form was made that it is about; nothing where that cannot be told. */
async function concerned<T>({ concerning }: Sending<T>, { version }: Form, body: object) {
  const since = Number(version);
  return version !== '' && Number.isInteger(since) ? concerning?.(since, body) : undefined;
}

/** Where the author of a form wants to be after it, if its address says so; one of our own pages. */
export function backOf(request: Pick<WebRequest, 'query'>): string | undefined {
  const { _to: to } = request.query;
  return typeof to === 'string' ? ownAddress(to) : undefined;
}

/** The address of a form without what was kept for its author, which has been put into it. */
function actionOf({ originalUrl }: WebRequest): string {
  const [path = '', query = ''] = originalUrl.split('?');
  const asked = new URLSearchParams(query);
  asked.delete('kept');
  return asked.size === 0 ? path : `${path}?${asked.toString()}`;
}

/** The form with what the API says of it; nothing for a problem that has a page of its own. */
function shownAgain(
  { kind, problem }: ApiProblem,
  form: Form,
  changes: readonly Changed[] | undefined,
): Form | undefined {
  switch (kind) {
    case 'validation':
      return { ...form, errors: errorsOf(problem.errors ?? [], form), said: problem.detail };
    case 'blocked':
    case 'forbidden':
      return problem.blockers
        ? { ...form, blockers: problem.blockers }
        : { ...form, said: problem.detail ?? problem.title };
    case 'version-conflict':
      // Whoever sends it again has seen what changed, and sends something else.
      return {
        ...form,
        key: randomUUID(),
        version: String(problem.current),
        changes: changes ?? problem.changes ?? [],
      };
    case 'idempotency-mismatch':
      return {
        ...form,
        key: randomUUID(),
        said: 'This form was sent before, and what it said then is recorded. If you mean what it says now as well, send it again.',
      };
    case 'unavailable':
    case 'too-busy':
    case 'internal':
      // The same key: if it was recorded after all, sending it again records nothing twice.
      return {
        ...form,
        said: 'No answer came in time. What you typed is here. Send it again in a moment: it is recorded once, however often you send it.',
      };
    default:
      return undefined;
  }
}

/** Each error at the field it is about, or at the group that holds it. */
function errorsOf(
  errors: readonly { readonly path: string; readonly message: string }[],
  { fields, typed }: Form,
): Errors {
  const paths = pathsOf(fields);
  const at = (path: string): string => {
    for (let end = path; end !== ''; end = end.split('.').slice(0, -1).join('.')) if (paths.has(end)) return end;
    return path;
  };
  return Object.fromEntries(errors.map(({ path, message }) => [at(typedPath(path, fields, typed)), message]));
}

function pathsOf(fields: readonly Field[]): ReadonlySet<string> {
  const inner = fields.flatMap((field) =>
    field.kind === 'group' ? [...pathsOf(field.fields)] : field.kind === 'list' ? [...pathsOf(field.rows)] : [],
  );
  return new Set([...fields.map(({ path }) => path), ...inner]);
}

function rowsOf(typed: Typed, list: string): number {
  return Number(textAt(typed, `${list}.rows`)) || 0;
}

/** Closes the gap that a row leaves. @param row as `premises.1` */
function withoutRow(typed: Typed, row: string): Typed {
  const at = row.lastIndexOf('.');
  const [list, removed] = [row.slice(0, at), Number(row.slice(at + 1))];
  const moved = Object.entries(typed).flatMap(([name, value]): [string, Typed[string]][] => {
    const [, nth, rest] = new RegExp(`^${list.replaceAll('.', '\\.')}\\.(\\d+)(.*)$`).exec(name) ?? [];
    if (nth === undefined || Number(nth) < removed) return [[name, value]];
    return Number(nth) === removed ? [] : [[`${list}.${Number(nth) - 1}${rest}`, value]];
  });
  return { ...Object.fromEntries(moved), [`${list}.rows`]: String(Math.max(rowsOf(typed, list) - 1, 0)) };
}
