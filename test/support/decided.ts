import type { Actor, Role } from '../../domain/access/actor';
import type { CommandBody, CommandName } from '../../domain/operation/command-schemas';
import { decide, type Decision, type PreparedFor } from '../../domain/operation/decide';
import { lifecycle, type LifecycleRow } from '../../domain/operation/lifecycle.v1';
import { SUSPECTED } from '../../domain/operation/areas/proceedings/state';
import { unopened, type OperationState, type Subject, type SuspectStatus } from '../../domain/operation/state';

export const NOW = '2026-01-05T10:00:00.000Z';
export const TEXT = { record: 'a-record', digest: 'a-digest' };

export const someone = (role: Role, id = `one-${role}`): Actor => ({ id, roles: [role], force: 'norfolk' });

/** An operation in a stage, with whatever else a test needs of it. */
export function operationIn(stage: OperationState['stage'], more: Partial<OperationState> = {}): OperationState {
  return { ...unopened('OP-2026-000001'), sequence: 9, stage, ...more };
}

/** Every state of the proceedings; the compiler asks for one that is added. */
export const SUSPECT_STATUSES = Object.keys({
  suspected: 1,
  arrested: 1,
  bailed: 1,
  'released-under-investigation': 1,
  'released-without-charge': 1,
  charged: 1,
  sentenced: 1,
  acquitted: 1,
  discontinued: 1,
  reclassified: 1,
  surrendered: 1,
  died: 1,
} satisfies Record<SuspectStatus, 1>) as readonly SuspectStatus[];

/** A suspect in some state of the proceedings. */
export function suspect(id: string, status: NonNullable<Subject['suspect']>['status']): Subject {
  return {
    id,
    roles: ['suspect'],
    name: TEXT,
    suspect: { ...SUSPECTED, status },
    safeguardingPlan: null,
    aliases: [],
    identifiers: [],
    origin: null,
  };
}

export const potentialVictim = (id: string, safeguarded: boolean): Subject => ({
  id,
  roles: ['potential-victim'],
  name: TEXT,
  suspect: null,
  safeguardingPlan: safeguarded ? TEXT : null,
  aliases: [],
  identifiers: [],
  origin: null,
});

interface Given<C extends CommandName> {
  readonly actor?: Actor;
  readonly happenedAt?: string;
  readonly now?: string;
  readonly ifMatch?: number;
  readonly prepared?: PreparedFor<C>;
}

/** Decides a command, by the first role that may give it unless a test says who. */
export function deciding<C extends CommandName>(
  state: OperationState,
  command: C,
  body: CommandBody<C>,
  { actor, happenedAt, now, ifMatch, prepared }: Given<C> = {},
): Decision {
  const { roles } = lifecycle[command] as LifecycleRow;
  return decide(
    state,
    {
      commandId: 'a-command',
      command,
      actor: actor ?? someone(roles[0] as Role),
      body,
      happenedAt: happenedAt ?? null,
      texts: [],
      fingerprint: 'a-fingerprint',
      ifMatch: ifMatch ?? null,
      seen: state.sequence,
    },
    now ?? NOW,
    prepared,
  );
}

/** The codes of what stands in the way; nothing where the command takes place. */
export function blockersOf(decision: Decision): readonly string[] {
  return decision.kind === 'blocked' ? decision.blockers.map(({ code }) => code) : [];
}

/** The payload of the first event; fails where there is none. */
export function happens(decision: Decision): Record<string, unknown> {
  if (decision.kind !== 'events') throw new Error(JSON.stringify(decision));
  return decision.events[0]?.payload as Record<string, unknown>;
}
