import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ApiRequest } from '../http/request';
import { EndedSessions } from '../sessions/ended-sessions';
import { KnownPeople } from './known-people';
import { TokenVerifier, unauthenticated } from './token-verifier';

const PUBLIC = 'waymark:public';

/** Opens a route to everyone. Only what says nothing of any operation may have it. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Stands before every route: whoever comes must have signed in, and not out again. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
    private readonly sessions: EndedSessions,
    private readonly people: KnownPeople,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '') ?? [];
    if (token === undefined) throw unauthenticated('Send an access token: Authorization: Bearer <token>.');
    const identity = await this.verifier.verify(token);
    if (this.sessions.has(identity.sid)) throw unauthenticated('The session of this token has ended.', 'invalid_token');
    request.identity = identity;
    if (!identity.scopes) this.people.note(identity.actor);
    return true;
  }
}
