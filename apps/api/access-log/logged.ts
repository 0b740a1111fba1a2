import { SetMetadata } from '@nestjs/common';
import type { AccessKind } from '../../../domain/access/access-log';

/**
 * What the access log says of a route. A kind of DPA 2018 s.62: every answer of it is logged. `refusals`: what it does is
 * recorded elsewhere, as a command is on its timeline, and only refused attempts are logged. `nothing`: why nothing
 * personal is read; then only attempts by those who may not be here at all are logged.
 */
export type Logged = AccessKind | { readonly refusals: AccessKind } | { readonly nothing: string };

/** A route as the access log knows it. */
export interface LoggedRoute {
  /** `operationId` of the document. */
  readonly id: string;
  readonly logged: Logged;
}

const ROUTE = 'waymark:logged';

/** Declares what the access log says of a route; every route has it (apps/api/openapi/route.ts). */
export const Logs = (id: string, logged: Logged): MethodDecorator =>
  SetMetadata<string, LoggedRoute>(ROUTE, { id, logged });

/** What a route has declared. */
export const loggedRoute = (handler: object) => Reflect.getMetadata(ROUTE, handler) as LoggedRoute | undefined;
