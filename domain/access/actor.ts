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

/** Who acts: the subject identifier of their token, their roles and their force. Never a name. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly force: string;
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
