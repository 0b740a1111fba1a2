import type { Restriction } from '../text/text';

/** The parts people play, as their token names them. `service` is Waymark itself: timers, jobs, the reconciler. */
export const ROLES = [
  'tasking-officer',
  'senior-investigating-officer',
  'intelligence-analyst',
  'digital-media-investigator',
  'rocu-liaison-officer',
  'supervisor',
  'administrator',
  'service',
] as const;
export type Role = (typeof ROLES)[number];

/** Up to which tier of the Government Security Classifications Policy somebody is cleared, lowest first. */
export const CLEARANCES = ['OFFICIAL', 'SECRET', 'TOP SECRET'] as const;
export type Clearance = (typeof CLEARANCES)[number];

/** Who acts: the subject identifier of their token, their roles, their force and their clearance. Never a name. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly force: string;
  /** Absent: OFFICIAL. */
  readonly clearance?: Clearance;
  /** Restricted texts that they may read; absent: none. */
  readonly permissions?: readonly Restriction[];
}

/** Forces and partners that can lead an operation, by code. */
export const FORCES = [
  'norfolk',
  'suffolk',
  'hertfordshire',
  'bedfordshire',
  'cambridgeshire',
  'essex',
  'kent',
  'west-mercia',
  'warwickshire',
  'lincolnshire',
  'ersou',
] as const;
export type Force = (typeof FORCES)[number];

/** The regions that regional units serve, by the unit: its officers are as near to each force's referrals as the force's own. */
export const REGIONAL_UNITS: { readonly [F in Force]?: readonly Force[] } = {
  ersou: ['norfolk', 'suffolk', 'hertfordshire', 'bedfordshire', 'cambridgeshire', 'essex', 'kent'],
};
