import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { REFERENCE_FORM } from '../../../domain/operation/reference';
import { ApiProblem } from '../api-client/problem';
import type { Typed } from '../forms/field';
import { KeptForms, OthersForm } from '../session/kept-forms';
import type { WebRequest } from '../session/session';
import { SignInNeeded } from '../session/tokens.service';
import { ownAddress } from '../sign-in/own-address';
import { LOGGER } from '../tokens';
import { isLook } from './look';
import { Pages } from './pages';
import { View } from './view';

/** The one place where what went wrong becomes a page. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly pages: Pages,
    private readonly kept: KeptForms,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (isSignInNeeded(error) && isLook(request)) {
      response.status(401).end();
      return;
    }
    if (isSignInNeeded(error)) {
      response.redirect(303, await this.signInAddress(request));
      return;
    }
    if (error instanceof ApiProblem && error.kind === 'step-up') {
      response.redirect(303, `${await this.signInAddress(request)}&again=yes`);
      return;
    }
    const view = await this.withKept(viewOf(error, request.path), request);
    if (view.status >= 500)
      this.logger.error({ route: request.route?.path as unknown, error: summaryOf(error) }, 'page failed');
    response.send(this.pages.html(view, request, response));
  }

  /** Where to sign in, and come back to; what was typed is there again then. */
  private async signInAddress(request: WebRequest): Promise<string> {
    const { method, originalUrl, headers } = request;
    // A form with a file has not been read: it stands at the address that it is sent to.
    const isAsked = method === 'GET' || headers['content-type']?.startsWith('multipart/form-data') === true;
    const to = isAsked
      ? originalUrl
      : ((await this.keptAddress(request).catch(() => undefined)) ?? pageBefore(headers.referer));
    return `/sign-in?${new URLSearchParams({ to }).toString()}`;
  }

  /** A page that says what went wrong leads back to what was typed, if anything was. */
  private async withKept(view: View, request: WebRequest): Promise<View> {
    if ([403, 404].includes(view.status) && view.template !== OTHERS_FORM) return view;
    const kept = await this.keptAddress(request).catch(() => undefined);
    return kept === undefined ? view : new View(view.template, { ...view.data, kept }, view.status);
  }

  /** Where a form is that could not be taken, with what was typed into it. */
  private async keptAddress({ method, originalUrl, body }: WebRequest): Promise<string | undefined> {
    const typed = (body ?? {}) as Typed;
    const owner = method === 'POST' ? this.kept.ownerOf(typed) : undefined;
    if (owner === undefined) return undefined;
    const [path, query = ''] = originalUrl.split('?');
    const asked = new URLSearchParams(query);
    asked.set('kept', await this.kept.keep(owner, typed));
    return `${path}?${asked.toString()}`;
  }
}

/** The page that a form with a file was on: what was chosen there cannot be kept, but it is the place to go on. */
function pageBefore(referer: string | undefined): string {
  const page = URL.parse(referer ?? '');
  return ownAddress(page ? `${page.pathname}${page.search}` : undefined);
}

const isSignInNeeded = (error: unknown) =>
  error instanceof SignInNeeded || (error instanceof ApiProblem && error.kind === 'unauthenticated');

/** Of an operation: whoever must see it now can break the glass, whether it is there or not. */
const OF_OPERATION = new RegExp(`^/operations/(${REFERENCE_FORM})(?:/|$)`);

const OTHERS_FORM = 'errors/others-form.njk';

function viewOf(error: unknown, path: string): View {
  if (error instanceof OthersForm) return new View(OTHERS_FORM, { owner: error.owner }, 403);
  if (error instanceof ApiProblem) {
    const { kind, problem, retryAfter } = error;
    switch (kind) {
      case 'not-found':
      case 'gone':
        return new View(
          'errors/not-found.njk',
          { detail: problem.detail, reference: OF_OPERATION.exec(path)?.[1] },
          404,
        );
      case 'forbidden':
        return new View('errors/forbidden.njk', { problem }, 403);
      case 'unavailable':
      case 'too-busy':
        return new View('errors/unavailable.njk', { problem, retryAfter }, 503);
      default:
        return new View('errors/failed.njk', { problem }, problem.status);
    }
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === 404) return new View('errors/not-found.njk', {}, 404);
  if (status === 413)
    return new View('errors/failed.njk', { problem: { title: 'That is more than can be sent at once' } }, 413);
  return new View(
    'errors/failed.njk',
    { problem: { title: 'Something is wrong on our side' } },
    status < 500 ? status : 500,
  );
}

/** Of the body parser, whose errors say how they are answered. */
const statusOf = (error: unknown) =>
  error instanceof Error && 'expose' in error && 'status' in error ? Number(error.status) : 500;

/** What may be logged of an error: never its message, which could quote what was typed. */
function summaryOf(error: unknown): Record<string, unknown> {
  if (error instanceof ApiProblem) return { problem: error.kind, requestId: error.problem.requestId };
  if (!(error instanceof Error)) return { kind: typeof error };
  return {
    kind: error.name,
    at: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 8),
  };
}
