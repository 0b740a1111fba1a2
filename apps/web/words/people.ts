import { FORCES } from '../../../domain/access/actor';
import { codeText } from './codes';
import { humanise } from './humanise';

/** A person, by what they are known by. Names are the identity provider's, and are not kept here. */
export function personText(id: string | null | undefined): string {
  if (!id) return '';
  if (id === 'waymark') return 'Waymark';
  const force = FORCES.find((one) => id.endsWith(`-${one}`));
  return force ? `${humanise(id.slice(0, -force.length - 1))}, ${codeText(force, 'force')}` : humanise(id);
}
