import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Environment } from 'nunjucks';
import type { WebRequest } from '../session/session';
import { navigationFor } from '../words/navigation';
import { TEMPLATES } from '../tokens';
import type { View } from './view';

/** Renders views, each within what every page has. */
@Injectable()
export class Pages {
  constructor(@Inject(TEMPLATES) private readonly templates: Environment) {}

  /** The page as HTML; its status and type are set on the answer. */
  html({ template, data, status }: View, request: WebRequest, response: Response): string {
    const { me, session, path } = request;
    const notice = session?.notice;
    if (notice) delete session.notice;
    response.status(status).type('html');
    if (request.api) response.setHeader('Server-Timing', `api;dur=${request.api.waited.toFixed(1)}`);
    return this.templates.render(template, {
      ...data,
      me,
      notice,
      path,
      navigation: me ? navigationFor(me, path) : [],
    });
  }
}
