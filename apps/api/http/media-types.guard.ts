import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from './problems';
import type { ApiRequest } from './request';

const PRODUCES = 'waymark:produces';

/** The media types of a route's answers, where they are not JSON alone. */
export const Produces = (...mediaTypes: readonly string[]) => SetMetadata(PRODUCES, mediaTypes);

/** Holds clients to the media types there are: what they accept, and what they send. */
@Injectable()
export class MediaTypesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const produced = this.reflector.getAllAndOverride<string[] | undefined>(PRODUCES, [
      context.getHandler(),
      context.getClass(),
    ]) ?? ['application/json'];
    if (request.accepts(produced) === false)
      throw new Problem('not-acceptable', `The answer is ${produced.join(' or ')}.`);
    const sent = request.headers['transfer-encoding'] !== undefined || Number(request.get('content-length') ?? 0) > 0;
    if (sent && request.is('application/json') === false) throw new Problem('unsupported-media-type');
    return true;
  }
}
