import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Environment } from 'nunjucks';
import type { WebRequest } from '../session/session';
import { navigationFor } from '../words/navigation';
import { TEMPLATES } from '../tokens';
import { isLook } from './look';
import type { View } from './view';

/** Renders views, each within what every page has. */
@Injectable()
export class Pages {
  constructor(@Inject(TEMPLATES) private readonly templates: Environment) {}

  /** The page as HTML; its status and type are set on the answer. */
  html({ template, data, status }: View, request: WebRequest, response: Response): string {
    const { me, session, path } = request;
    // Said once, to a person: not to a page in another tab that has just heard of the same act.
    const notice = isLook(request) ? undefined : session?.notice;
    if (notice) delete session.notice;
    response.status(status).type('html');
    const html = this.templates.render(template, {
      ...data,
      me,
      notice,
      path,
      pageStatus: status,
      now: new Date().toISOString(),
      navigation: me ? navigationFor(me, path) : [],
    });
    response.setHeader('Server-Timing', timingOf(request));
    return html;
  }
}

/** How long the page has taken so far, and how much of it the API was waited for: browsers show it to developers. */
function timingOf({ api, receivedAt }: WebRequest): string {
  const total = `total;dur=${(performance.now() - receivedAt).toFixed(1)}`;
  return api ? `${total}, api;dur=${api.waited.toFixed(1)}` : total;
}
