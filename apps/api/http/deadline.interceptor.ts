import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, throwError, timeout, TimeoutError, type Observable } from 'rxjs';
import { unavailable } from './problem-of';

/** Longer than the engine's own deadline (10 s), so that only what goes through several attempts is cut here. */
const DEADLINE_MS = 12_000;

/** Nobody waits for ever: what takes too long is answered, and can be asked again with the same key. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      timeout(DEADLINE_MS),
      catchError((error: unknown) =>
        throwError(() =>
          error instanceof TimeoutError ? unavailable('The answer took too long.', { cause: error }) : error,
        ),
      ),
    );
  }
}
