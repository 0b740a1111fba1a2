import { Injectable, mixin, type CanActivate, type ExecutionContext, type Type } from '@nestjs/common';
import type { Role } from '../../../domain/access/actor';
import { mayGive } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { refusal } from '../http/problems';
import type { ApiRequest } from '../http/request';

/** A guard that keeps everybody else from what some roles are for. */
export function ReservedGuard(what: string, roles: readonly Role[]): Type<CanActivate> {
  @Injectable()
  class Guard implements CanActivate {
    canActivate(context: ExecutionContext): boolean {
      const { identity } = context.switchToHttp().getRequest<ApiRequest>();
      if (identity && mayGive(identity.actor, roles)) return true;
      throw refusal([reservedFor(what, roles)]);
    }
  }
  return mixin(Guard);
}
