import { z } from 'zod';
import { FORCES, type Actor, type Force } from '../../../domain/access/actor';
import { forcesNear } from '../../../domain/access/remit';
import { Problem, type ProblemName } from '../http/problems';

export const force = z.enum(FORCES);

/**
 * What a force decides for itself, it and its regional unit read and change.
 *
 * @param otherwise what it is for others: to be read, not there; to be changed, forbidden
 * @throws Problem of that name
 */
export function requireNear(
  actor: Actor,
  of: Force,
  what: string,
  otherwise: ProblemName & ('not-found' | 'forbidden'),
): void {
  if (!forcesNear(actor).includes(of))
    throw new Problem(otherwise, `${of} decides ${what}, and you are of ${actor.force}.`);
}
