import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import type { Logger } from 'pino';
import { REFERENCE } from '../../../domain/operation/reference';
import type { Metrics } from './metrics';
import type { ApiRequest } from './request';

/**
 * Gives each request an identifier, and logs and measures it when it has been answered. An entry names the route template,
 * the operation's reference and the actor's identifier, and never what was said. Its identifier is in the access log too.
 */
export function observe(logger: Logger, metrics: Metrics) {
  return (request: ApiRequest, response: Response, next: NextFunction): void => {
    const given = request.get('x-request-id') ?? '';
    request.requestId = /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', request.requestId);
    const started = performance.now();
    response.once('close', () => {
      const ms = performance.now() - started;
      const route = templateOf(request);
      const status = response.writableFinished || response.headersSent ? response.statusCode : 499;
      const streamed = response.getHeader('content-type')?.toString().startsWith('text/event-stream') ?? false;
      if (!streamed) metrics.requests.observe({ method: request.method, route, status }, ms / 1000);
      logger.info(
        {
          requestId: request.requestId,
          method: request.method,
          route,
          operation: known(request.params['reference'], REFERENCE),
          file: known(request.params['file'], /^F\d{1,9}$/),
          status,
          ms: Math.round(ms * 10) / 10,
          actor: request.identity?.actor.id,
        },
        'request',
      );
    });
    next();
  };
}

/** What an address names, where it is one of our identifiers: people type anything into addresses. */
function known(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined;
}

/** The route as declared, so that no address with a value in it becomes a label. */
function templateOf(request: ApiRequest): string {
  const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}
