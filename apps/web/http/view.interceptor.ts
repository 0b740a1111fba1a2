import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { WebRequest } from '../session/session';
import { Pages } from './pages';
import { Redirect, View } from './view';

/** Turns what a handler answers into HTML, or a redirection. */
@Injectable()
export class ViewInterceptor implements NestInterceptor {
  constructor(private readonly pages: Pages) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof Redirect) {
          if (request.method === 'POST') noteTaken(request);
          response.status(303).location(answer.to);
          return '';
        }
        return answer instanceof View ? this.pages.html(answer, request, response) : answer;
      }),
    );
  }
}

/** As many as one browser has forms open at once. */
const MOST = 10;

/** A form that leads on to another page was taken: the browser may forget what was typed. */
function noteTaken({ session, body }: WebRequest): void {
  const { _key: key } = (body ?? {}) as { readonly _key?: unknown };
  if (typeof key !== 'string' || key.length > 64 || /\s/.test(key) || (session as unknown) === undefined) return;
  session.taken = [key, ...(session.taken ?? []).filter((one) => one !== key)].slice(0, MOST);
}
