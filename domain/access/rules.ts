import type { Restriction } from '../text/text';
import type { Actor, Role } from './actor';

/** Who may take the whole record of an operation out of Waymark. */
export const EXPORTERS = ['supervisor', 'senior-investigating-officer'] as const satisfies readonly Role[];

/** Who may see the figures of all operations together. */
export const FIGURE_READERS = ['supervisor', 'tasking-officer', 'administrator'] as const satisfies readonly Role[];

/** Who may take disclosure schedules out of Waymark: the disclosure officer is an analyst or the investigating officer. */
export const DISCLOSURE_READERS = [
  'senior-investigating-officer',
  'intelligence-analyst',
  'supervisor',
] as const satisfies readonly Role[];

/** Who may carry messages of Europol liaison. */
export const LIAISON = ['rocu-liaison-officer', 'senior-investigating-officer'] as const satisfies readonly Role[];

/** Who keeps the lists that are data: themes of the support-need assessment. */
export const LIST_KEEPERS = ['administrator'] as const satisfies readonly Role[];

/** Who may see who looked at what. */
export const ACCESS_READERS = ['supervisor'] as const satisfies readonly Role[];

/** The one place that decides whether a person's roles allow an act. Need-to-know will be asked here too. */
export function mayGive(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Whether a person may read a text: what is restricted, only with the permission for it, whatever their roles. */
export function mayRead(actor: Actor, restriction: Restriction | null): boolean {
  return restriction === null || actor.permissions?.includes(restriction) === true;
}

/** Roles as people say them. */
export function spelt(roles: readonly Role[]): string {
  return roles.map((role) => role.replaceAll('-', ' ')).join(', ');
}
