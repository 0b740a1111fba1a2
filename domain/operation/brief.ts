import type { OperationState } from './state';

/** What lists, notices and clocks look at: small, and current after every event, while the whole state may be older. */
export type Brief = Pick<
  OperationState,
  'stage' | 'codename' | 'threatArea' | 'leadForce' | 'marking' | 'nextDueAt' | 'team' | 'package' | 'referral'
>;

export function briefOf(state: OperationState): Brief {
  const { stage, codename, threatArea, leadForce, marking, nextDueAt, team, package: intelligence, referral } = state;
  return { stage, codename, threatArea, leadForce, marking, nextDueAt, team, package: intelligence, referral };
}
