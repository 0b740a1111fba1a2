import { CLEARANCES, type Clearance, type Force } from '../access/actor';
import { standingOf, type Remit } from '../access/remit';
import type { Stage } from '../operation/codes';

/** What a partner system is told of: operations that a force leads, in these stages, up to this clearance. */
export interface Subscription {
  readonly id: string;
  readonly force: Force;
  readonly stages: readonly Stage[];
  readonly clearance: Clearance;
}

/** What a webhook sees, by the same rule as people. An operation keeps it out by excluding `webhook-` and its id. */
export function remitOfSubscription({ id, force, stages, clearance }: Subscription): Remit {
  return {
    person: `webhook-${id}`,
    tier: CLEARANCES.indexOf(clearance),
    forces: [],
    standings: stages.map((stage) => standingOf(force, stage)),
    permissions: [],
    challenging: false,
  };
}
