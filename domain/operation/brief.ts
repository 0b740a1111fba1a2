import type { OperationState } from './state';

/** What lists, notices and clocks look at: small, and current after every event, while the whole state may be older. */
export type Brief = Pick<
  OperationState,
  'stage' | 'codename' | 'threatArea' | 'leadForce' | 'marking' | 'nextDueAt' | 'team' | 'package' | 'referral'
> & {
  /** The operation that this one was merged into. */
  readonly mergedInto: string | null;
};

/** @param state may be one that an earlier release has folded, which knows of no merges */
export function briefOf(state: OperationState): Brief {
  const { stage, codename, threatArea, leadForce, marking, nextDueAt, team, package: intelligence, referral } = state;
  const mergedInto = state.merge && state.merge.status !== 'merging' ? state.merge.into : null;
  return {
    stage,
    codename,
    threatArea,
    leadForce,
    marking,
    nextDueAt,
    team,
    package: intelligence,
    referral,
    mergedInto,
  };
}
