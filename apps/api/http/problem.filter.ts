import { isNativeError } from 'node:util/types';
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { AccessLog } from '../access-log/access-log.service';
import { LOGGER } from '../tokens';
import { allowedMethods } from './allowed-methods';
import { problemOf } from './problem-of';
import { MEDIA_TYPE, Problem } from './problems';
import type { ApiRequest } from './request';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly access: AccessLog,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    const met = this.wrongMethod(problemOf(error), request, response);
    // A stream that has begun is logged already.
    const problem = response.headersSent ? met : await this.logged(request, met);
    const { requestId } = request;
    if (problem.status >= 500)
      this.logger[problem.problem === 'internal' ? 'error' : 'warn'](
        { requestId, problem: problem.problem, error: summaryOf(problem.cause ?? problem) },
        'request failed',
      );
    if (response.headersSent) {
      // A stream has begun: it cannot turn into a problem any more.
      response.destroy();
      return;
    }
    response
      .status(problem.status)
      .set(problem.headers)
      .type(MEDIA_TYPE)
      .send(JSON.stringify(problem.body(requestId)));
  }

  /** The problem, once its access is logged; where that cannot be, nobody is told whether they would have been refused. */
  private logged(request: ApiRequest, problem: Problem): Promise<Problem> {
    return this.access.refused(request, problem).then(() => problem, problemOf);
  }

  /** An address that exists for another method is a different problem from one that does not exist. */
  private wrongMethod(problem: Problem, request: ApiRequest, response: Response): Problem {
    if (problem.problem !== 'not-found' || request.route !== undefined) return problem;
    const allowed = allowedMethods(response.app, request.path);
    if (allowed.length === 0 || allowed.includes(request.method)) return problem;
    return new Problem('method-not-allowed', undefined, {}, { Allow: allowed.join(', ') });
  }
}

/** What may be logged of an error: never its message where that could quote a value. */
function summaryOf(error: unknown): Record<string, unknown> {
  if (!isNativeError(error)) return { kind: typeof error };
  // Of the database, the system and the engine: names of kinds of errors, never values.
  const code = 'code' in error ? error.code : 'type' in error ? error.type : undefined;
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return {
    kind: error.name,
    ...(code === undefined ? {} : { code }),
    at: frames.slice(0, 8).map((frame) => frame.trim()),
    ...(isNativeError(error.cause) ? { cause: summaryOf(error.cause) } : {}),
  };
}
