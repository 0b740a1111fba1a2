import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AccessKind } from '../../../domain/access/access-log';
import type { ApiRequest } from '../http/request';
import type { LoggedRoute } from './logged';

type Facts = Readonly<Record<string, unknown>>;

/** The entry of one request in the access log, until it is written. */
export class AccessEntry {
  justification: string | null = null;
  /** Whether it has been written, or could not be: it is tried once. */
  settled = false;
  private facts: Facts = {};

  constructor(readonly route: LoggedRoute) {}

  get kind(): AccessKind {
    const { logged } = this.route;
    if (typeof logged === 'string') return logged;
    return 'refusals' in logged ? logged.refusals : 'consultation';
  }

  /** Whether answers are logged, and not only refusals. */
  get ofAnswers(): boolean {
    return typeof this.route.logged === 'string';
  }

  /** Whether something personal could be read here, or done to it. */
  get isPersonal(): boolean {
    return typeof this.route.logged === 'string' || 'refusals' in this.route.logged;
  }

  /** Adds what the address does not say of what is read. */
  note(facts: Facts): void {
    this.facts = { ...this.facts, ...facts };
  }

  get noted(): Facts {
    return this.facts;
  }
}

/** The entry of this request, to note more of what is read. */
export const Access = createParamDecorator((_: unknown, context: ExecutionContext): AccessEntry => {
  const { access } = context.switchToHttp().getRequest<ApiRequest>();
  if (!access) throw new Error('A route declares what the access log says of it');
  return access;
});
