import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, throwError, timeout, TimeoutError, type Observable } from 'rxjs';
import { unavailable } from './problem-of';

/** Longer than the engine's own deadline (10 s), so that only what goes through several attempts is cut here. */
const DEADLINE_MS = 12_000;
const WITHIN = 'waymark:within';

/** Gives a route a longer time to answer in, on top of the usual one. */
export const Within = (ms: number) => SetMetadata(WITHIN, ms);

/** Nobody waits for ever: what takes too long is answered, and can be asked again with the same key. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const more = this.reflector.get<number | undefined>(WITHIN, context.getHandler()) ?? 0;
    return next.handle().pipe(
      timeout(DEADLINE_MS + more),
      catchError((error: unknown) =>
        throwError(() =>
          error instanceof TimeoutError ? unavailable('The answer took too long.', { cause: error }) : error,
        ),
      ),
    );
  }
}
