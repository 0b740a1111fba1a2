import type { Actor, Role } from './actor';

/** The one place that decides whether a person's roles allow an act. Need-to-know will be asked here too. */
export function mayGive(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}
