import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Rates } from '../http/rates';
import type { ApiRequest, Identity } from '../http/request';
import { EndedSessions } from '../sessions/ended-sessions';
import { KnownPeople } from './known-people';
import { TokenVerifier, unauthenticated } from './token-verifier';

const PUBLIC = 'waymark:public';

/** Opens a route to everyone. Only what says nothing of any operation may have it. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Stands before every route: whoever comes must have signed in, and not out again, and not come too often. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly rates: Rates,
    private readonly verifier: TokenVerifier,
    private readonly sessions: EndedSessions,
    private readonly people: KnownPeople,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const identity = await this.rates.proving(request.ip, () => this.identityOf(request.get('authorization')));
    await this.rates.count('person', identity.actor.id);
    request.identity = identity;
    if (!identity.scopes) this.people.note(identity.actor);
    return true;
  }
  private async identityOf(header = ''): Promise<Identity> {
    const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(header) ?? [];
    if (token === undefined) throw unauthenticated('Send an access token: Authorization: Bearer <token>.');
    const identity = await this.verifier.verify(token);
    if (this.sessions.has(identity.sid)) throw unauthenticated('The session of this token has ended.', 'invalid_token');
    return identity;
  }
}
