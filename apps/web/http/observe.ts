import type { NextFunction, Response } from 'express';
import type { Logger } from 'pino';
import type { WebRequest } from '../session/session';

/** Logs each page when it has been answered: its template, never what its address or its form says. */
export function observe(logger: Logger) {
  return (request: WebRequest, response: Response, next: NextFunction): void => {
    request.receivedAt = performance.now();
    response.once('close', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      logger.info(
        {
          method: request.method,
          route: typeof route === 'string' ? route : 'none',
          status: response.headersSent ? response.statusCode : 499,
          ms: Math.round(performance.now() - request.receivedAt),
          apiMs: request.api && Math.round(request.api.waited),
          actor: request.me?.id,
        },
        'page',
      );
    });
    next();
  };
}
