import { z } from 'zod';
import { FORCES, type Actor, type Force } from '../../../domain/access/actor';
import { forcesNear } from '../../../domain/access/remit';
import { Problem } from '../http/problems';

export const force = z.enum(FORCES);

/** What a force decides for itself, it and its regional unit decide. @throws Problem `forbidden` */
export function requireNear(actor: Actor, of: Force, what: string): void {
  if (!forcesNear(actor).includes(of))
    throw new Problem('forbidden', `${of} decides ${what}, and you are of ${actor.force}.`);
}
