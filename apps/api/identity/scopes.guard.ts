import { applyDecorators, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiSecurity } from '@nestjs/swagger';
import type { Scope } from '../../../domain/access/scopes';
import { Problem } from '../http/problems';
import type { ApiRequest } from '../http/request';

const SCOPE = 'waymark:scope';

/** Opens a route of people to systems that hold this scope, too. */
export const ForSystems = (scope: Scope) =>
  applyDecorators(SetMetadata(SCOPE, scope), ApiSecurity('token'), ApiSecurity('system', [scope]));

/** Keeps systems to the routes that name a scope of theirs. */
@Injectable()
export class ScopesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { identity } = context.switchToHttp().getRequest<ApiRequest>();
    if (!identity?.scopes) return true;
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(SCOPE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (scope === undefined) throw insufficient('This is for people: a system may use the routes that name a scope.');
    if (!identity.scopes.includes(scope)) throw insufficient(`Get a token with the scope ${scope}.`, scope);
    return true;
  }
}

/** The problem with its challenge (RFC 6750). */
function insufficient(detail: string, scope?: Scope): Problem {
  const wanted = scope === undefined ? '' : `, scope="${scope}"`;
  const challenge = `Bearer realm="waymark", error="insufficient_scope"${wanted}`;
  return new Problem('forbidden', detail, {}, { 'WWW-Authenticate': challenge });
}
