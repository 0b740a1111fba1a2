import { FORCES, type Force } from '../../../domain/access/actor';
import { forcesNear } from '../../../domain/access/remit';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';

/** Leads to what somebody's force decides for itself; whoever serves several chooses one. */
export function chosenForce({ me }: WebRequest, title: string, address: string): Answer {
  const forces: readonly Force[] = FORCES.filter((force) => forcesNear(me).includes(force));
  const [only, ...others] = forces;
  if (only !== undefined && others.length === 0) return new Redirect(`${address}/${only}`);
  return new View('settings/choose-force.njk', { title, address, forces });
}
