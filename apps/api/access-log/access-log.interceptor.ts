import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { concatMap, type Observable } from 'rxjs';
import type { ApiRequest } from '../http/request';
import { AccessLog } from './access-log.service';
import { JUSTIFICATION, justificationOf } from './justification';

/** An answer that a route writes by itself, such as a stream: it begins only once it has been logged. */
export class Begins {
  constructor(readonly begin: () => void) {}
}

/** Logs each answer before it leaves. What cannot be logged does not leave. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(private readonly log: AccessLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    if (!request.access?.ofAnswers) return next.handle();
    request.access.justification = justificationOf(request.get(JUSTIFICATION));
    const before = response.getHeaderNames();
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        try {
          await this.log.answered(request, response.statusCode, answer);
        } catch (error) {
          withhold(answer, response, before);
          throw error;
        }
        if (!(answer instanceof Begins)) return answer;
        answer.begin();
        return undefined;
      }),
    );
  }
}

/** Takes back what an answer has got ready: its headers, which may name what it is, and its content. */
function withhold(answer: unknown, response: Response, before: readonly string[]): void {
  for (const name of response.getHeaderNames()) if (!before.includes(name)) response.removeHeader(name);
  if (answer instanceof StreamableFile) answer.getStream().destroy();
}
