import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../http/request';
import { AccessEntry } from './access-entry';
import { loggedRoute } from './logged';

/** Stands first at every route and opens its entry in the access log, so that whoever is refused later is in it too. */
@Injectable()
export class AccessEntryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const route = loggedRoute(context.getHandler());
    if (route) context.switchToHttp().getRequest<ApiRequest>().access = new AccessEntry(route);
    return true;
  }
}
