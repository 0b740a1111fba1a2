import type { Marking } from '../operation/codes';
import { CLEARANCES, type Clearance } from './actor';
import { standingOf, type Remit } from './remit';

/** How a person is named in an operation; see {@link NamedPerson}. */
export const GRANTS = ['team', 'specific', 'challenged', 'excluded'] as const;
export type Grant = (typeof GRANTS)[number];

/**
 * A person named in an operation: assigned or its referrer (*team*), let in by name (*specific*), having broken the glass
 * (*challenged*), or kept out (*excluded*).
 */
export interface NamedPerson {
  readonly person: string;
  readonly grant: Grant;
  /** When it ends, RFC 3339 UTC; null: when it is taken away. */
  readonly until: string | null;
}

/** What is looked at of an operation to decide who sees it. */
export interface Standing {
  readonly stage: string;
  readonly leadForce: string | null;
  readonly marking: Marking | null;
  readonly named: readonly NamedPerson[];
}

/** OFFICIAL-SENSITIVE is a marking within OFFICIAL and not a tier of its own (GSCP); what has no marking yet needs none. */
const TIER_OF: Readonly<Record<Marking, Clearance>> = {
  OFFICIAL: 'OFFICIAL',
  'OFFICIAL-SENSITIVE': 'OFFICIAL',
  SECRET: 'SECRET',
  'TOP SECRET': 'TOP SECRET',
};

/** Index in {@link CLEARANCES} of the clearance that a marking asks for. */
export const tierOf = (marking: Marking | null) => (marking === null ? 0 : CLEARANCES.indexOf(TIER_OF[marking]));

/**
 * Whether somebody may see an operation. What they may not see does not exist for them.
 *
 * @param now RFC 3339 UTC
 */
export function maySee(remit: Remit, operation: Standing, now: string): boolean {
  const mine = operation.named.filter(
    ({ person, until }) => person === remit.person && (until === null || until > now),
  );
  if (mine.some(({ grant }) => grant === 'excluded')) return false;
  if (tierOf(operation.marking) > remit.tier) return false;
  const { leadForce, stage } = operation;
  const isStandard = remit.forces.includes(leadForce ?? '') || remit.standings.includes(standingOf(leadForce, stage));
  return remit.challenging || mine.length > 0 || isStandard;
}
