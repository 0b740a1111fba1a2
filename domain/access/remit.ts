import type { Stage } from '../operation/codes';
import type { Restriction } from '../text/text';
import { CLEARANCES, REGIONAL_UNITS, type Actor, type Force, type Role } from './actor';

const REFERRAL_OPEN: readonly Stage[] = ['referral', 'assessment'];

/**
 * The *standard* grant: the stages in which each role sees the operations that its own force leads, or a force that its
 * regional unit serves, without being named in any of them. Officers see referrals until they are decided; supervisors, who
 * audit, see all that their own force leads; whoever keeps the system sees none.
 */
const STANDARD: Readonly<Record<Role, readonly Stage[]>> = {
  'tasking-officer': REFERRAL_OPEN,
  'senior-investigating-officer': REFERRAL_OPEN,
  'intelligence-analyst': REFERRAL_OPEN,
  'digital-media-investigator': REFERRAL_OPEN,
  'rocu-liaison-officer': REFERRAL_OPEN,
  supervisor: REFERRAL_OPEN,
  administrator: [],
  service: [],
};

/** Who may break the glass: those who work on operations or audit them. */
const CHALLENGERS = Object.keys(STANDARD).filter((role) => STANDARD[role as Role].length > 0) as readonly Role[];

/** What somebody sees by who they are. What they see besides is in each operation's own grants. */
export interface Remit {
  readonly person: string;
  /** Index in {@link CLEARANCES}. */
  readonly tier: number;
  /** Lead forces of which they see every operation. */
  readonly forces: readonly string[];
  /** Lead force and stage of what else they see by the standard grant, as {@link standingOf} writes them. */
  readonly standings: readonly string[];
  readonly permissions: readonly Restriction[];
  /** Whether they are breaking the glass just now: then only an exclusion or their clearance hides an operation. */
  readonly challenging: boolean;
}

/** Lead force and stage of an operation in one. */
export const standingOf = (leadForce: string | null, stage: string) => `${leadForce ?? ''}/${stage}`;

/** Somebody's own force, and those that their regional unit serves. */
export const forcesNear = ({ force }: Pick<Actor, 'force'>): readonly string[] => [
  force,
  ...(REGIONAL_UNITS[force as Force] ?? []),
];

/** What somebody sees by who they are. */
export function remitOf(actor: Actor): Remit {
  const near = forcesNear(actor);
  const stages = [...new Set(actor.roles.flatMap((role) => STANDARD[role]))];
  return {
    person: actor.id,
    tier: CLEARANCES.indexOf(actor.clearance ?? 'OFFICIAL'),
    forces: actor.roles.includes('supervisor') ? [actor.force] : [],
    standings: near.flatMap((force) => stages.map((stage) => standingOf(force, stage))),
    permissions: actor.permissions ?? [],
    challenging: false,
  };
}

/** The remit of somebody who breaks the glass, where their roles let them. */
export function challenging(actor: Actor): Remit {
  return { ...remitOf(actor), challenging: actor.roles.some((role) => CHALLENGERS.includes(role)) };
}
