import type { NamedPerson } from '../access/need-to-know';
import { standingRisk } from './areas/assessment/scores';
import { awaitedBy, type Awaiting } from './awaiting';
import { deadlinesOf, type Deadline } from './deadlines';
import type { OperationState } from './state';

/** What lists, notices and clocks look at: small, and current after every event, while the whole state may be older. */
export type Brief = Pick<
  OperationState,
  'stage' | 'codename' | 'threatArea' | 'leadForce' | 'marking' | 'nextDueAt' | 'team' | 'package' | 'referral'
> & {
  /** The operation that this one was merged into. */
  readonly mergedInto: string | null;
  /** Those whom the operation itself lets in or keeps out, whoever they are. */
  readonly named: readonly NamedPerson[];
  readonly awaiting: readonly Awaiting[];
  /** Of its threat scores: as confirmed, else the highest of those that stand. */
  readonly risk: number | null;
  /** What people have still to do by a time, soonest first. */
  readonly deadlines: readonly Deadline[];
};

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
    named: namedIn(state),
    awaiting: awaitedBy(state),
    risk: standingRisk(state),
    deadlines: deadlinesOf(state),
  };
}

/** Its team and whoever referred it; whoever was given access or took it; whoever is kept out. */
function namedIn({ team, referral, grants, excluded }: OperationState): readonly NamedPerson[] {
  const assigned = new Set([...(referral ? [referral.by] : []), ...team.map(({ person }) => person)]);
  return [
    ...[...assigned].map((person) => ({ person, grant: 'team' as const, until: null })),
    ...grants.filter(({ revoked }) => !revoked).map(({ person, kind, until }) => ({ person, grant: kind, until })),
    ...excluded.map((person) => ({ person, grant: 'excluded' as const, until: null })),
  ];
}
