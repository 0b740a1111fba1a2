import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from './problems';
import type { ApiRequest } from './request';

const PRODUCES = 'waymark:produces';

/** The media types of a route's answers, where they are not JSON alone. */
export const Produces = (...mediaTypes: readonly string[]) => SetMetadata(PRODUCES, mediaTypes);

const CONSUMES = 'waymark:consumes';

/** The media type of a route's body, where it is not JSON. */
export const Consumes = (mediaType: string) => SetMetadata(CONSUMES, mediaType);

/** Holds clients to the media types there are: what they accept, and what they send. */
@Injectable()
export class MediaTypesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const said = <T>(what: string) =>
      this.reflector.getAllAndOverride<T | undefined>(what, [context.getHandler(), context.getClass()]);
    const produced = said<string[]>(PRODUCES) ?? ['application/json'];
    if (request.accepts(produced) === false)
      throw new Problem('not-acceptable', `The answer is ${produced.join(' or ')}.`);
    const sent = request.headers['transfer-encoding'] !== undefined || Number(request.get('content-length') ?? 0) > 0;
    const consumed = said<string>(CONSUMES) ?? 'application/json';
    if (sent && request.is(consumed) === false)
      throw new Problem('unsupported-media-type', `Send \`Content-Type: ${consumed}\`.`);
    return true;
  }
}
