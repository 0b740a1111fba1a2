import { isNativeError } from 'node:util/types';
import { HttpException, HttpStatus } from '@nestjs/common';
import { EngineUnavailable } from '../../../platform/commands/engine-unavailable';
import { isDatabaseAway } from '../../../platform/database/database-away';
import { FilesAway } from '../../../platform/files/file-store';
import { Problem } from './problems';

/** Seconds after which a client should try again. */
const RETRY_AFTER = { 'Retry-After': '1' };

/** What was thrown, as the problem to answer with. Only what is nobody's expectation becomes `internal`. */
export function problemOf(error: unknown): Problem {
  const options = { cause: error };
  if (error instanceof Problem) return error;
  if (error instanceof EngineUnavailable)
    return error.busy
      ? new Problem('too-busy', undefined, {}, RETRY_AFTER, options)
      : new Problem('unavailable', 'The engine gave no answer in time.', {}, RETRY_AFTER, options);
  if (error instanceof FilesAway) return unavailable(error.message, options);
  if (isDatabaseAway(error)) return unavailable('The database gave no answer in time.', options);
  return ofStatus(statusOf(error), options) ?? new Problem('internal', undefined, {}, {}, options);
}

/** Something that the API needs is away. */
export function unavailable(detail: string, options?: ErrorOptions): Problem {
  return new Problem('unavailable', detail, {}, RETRY_AFTER, options);
}

/** What the framework throws: its own exceptions, and those of the body parser. */
function ofStatus(status: number | undefined, options: ErrorOptions): Problem | undefined {
  if (status === HttpStatus.NOT_FOUND) return new Problem('not-found', 'No such address.', {}, {}, options);
  if (status === HttpStatus.PAYLOAD_TOO_LARGE) return new Problem('too-large', undefined, {}, {}, options);
  if (status === HttpStatus.UNSUPPORTED_MEDIA_TYPE)
    return new Problem('unsupported-media-type', undefined, {}, {}, options);
  if (status === HttpStatus.BAD_REQUEST)
    return new Problem(
      'validation',
      'The request cannot be read: send a JSON object as the body, and percent-encode the address.',
      {},
      {},
      options,
    );
  return undefined;
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  // Errors of body-parser (package http-errors) carry `expose` and `status`.
  if (isNativeError(error) && 'expose' in error && 'status' in error) return Number(error.status);
  return undefined;
}
