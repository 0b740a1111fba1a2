import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../../domain/access/actor';
import type { AccessEntry } from '../access-log/access-entry';
import { parseIfMatch } from './etag';
import { invalid } from './problems';

/** Who signed in, and until when their token says so. Times are in milliseconds since 1970. */
export interface Identity {
  readonly actor: Actor;
  readonly expiresAt: number;
  /** When they last signed in, however often their token has been refreshed since; absent where the provider does not say. */
  readonly signedInAt?: number;
  /** Their session at the provider, which may end before the token. */
  readonly sid?: string;
  /** Of a system, which nobody has signed in to: what it may do. Absent for people. */
  readonly scopes?: readonly string[];
}

/** A request on its way through the API. */
export interface ApiRequest extends Request {
  requestId: string;
  /** Set by the guard on every route that is not public. */
  identity?: Identity;
  /** Its entry in the access log; set on every route. */
  access?: AccessEntry;
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<ApiRequest>();

/** The person who signed in. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = requestOf(context);
  if (!identity) throw new Error('A route that asks who signed in is not public');
  return identity;
});

/** The key that makes a POST safe to repeat. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  idempotencyKeyOf(requestOf(context).get('idempotency-key')),
);

/** The version that the operation must still have, or `null`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null =>
  parseIfMatch(requestOf(context).get('if-match')),
);

/** @throws Problem for a key that is absent or malformed */
export function idempotencyKeyOf(header: string | undefined): string {
  if (header === undefined || header === '')
    throw invalid(
      'Idempotency-Key',
      'Send an Idempotency-Key header: a new UUID for each new command, the same one when you repeat it.',
    );
  if (!/^[\x20-\x7e]{1,128}$/.test(header))
    throw invalid('Idempotency-Key', 'Use 1 to 128 printable ASCII characters, such as a UUID.');
  return header;
}
