import { mayGive } from '../../../domain/access/rules';
import type { CommandName } from '../../../domain/operation/command-schemas';
import { lifecycle, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import { Problem } from '../http/problems';
import type { Identity } from '../http/request';

/** How old a sign-in may be for what needs a fresh one. */
export const FRESH_SECONDS = 600;

/**
 * Sends whoever gives a command that needs a fresh sign-in back to the identity provider (RFC 9470), where theirs is too old
 * or has no known time. Whoever may not give it at all is left to be refused for that.
 *
 * @throws Problem `step-up`
 */
export function requireFreshSignIn(command: CommandName, { actor, signedInAt = 0 }: Identity): void {
  const { freshSignIn, roles }: LifecycleRow = lifecycle[command];
  if (!freshSignIn || !mayGive(actor, roles) || Date.now() - signedInAt <= FRESH_SECONDS * 1000) return;
  const challenge =
    'Bearer realm="waymark", error="insufficient_user_authentication", ' +
    `error_description="A more recent sign-in is needed", max_age=${FRESH_SECONDS}`;
  throw new Problem('step-up', undefined, {}, { 'WWW-Authenticate': challenge });
}
