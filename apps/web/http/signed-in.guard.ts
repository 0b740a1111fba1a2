import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Api } from '../api-client/api';
import type { WebConfig } from '../config';
import type { Typed } from '../forms/field';
import { KeptForms } from '../session/kept-forms';
import type { WebRequest } from '../session/session';
import { SessionTokens, SignInNeeded } from '../session/tokens.service';
import { CONFIG } from '../tokens';

const PUBLIC = 'waymark:public';

/** Opens a page to everyone. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Stands before every page: whoever comes must have signed in. Their way to the API is on the request. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: SessionTokens,
    private readonly kept: KeptForms,
    @Inject(CONFIG) private readonly config: WebConfig,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const { person } = request.session;
    if (person) {
      request.me = person;
      request.formMark = this.kept.ownerMark(person.id);
      request.api = new Api(this.config.API_URL, () => this.tokens.access(request.sessionID), {
        'user-agent': request.get('user-agent') ?? 'unknown',
        // The access log tells where somebody sat, not where the pages run.
        'x-forwarded-for': request.ip ?? '',
      });
    }
    const open = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!open && !person) throw new SignInNeeded();
    if (person) this.kept.refuseOthers((request.body ?? {}) as Typed, person.id);
    return true;
  }
}
