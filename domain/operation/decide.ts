import type { Actor } from '../access/actor';
import type { ThreatAssessment } from '../scoring/score-threat';
import type { TextRecord } from '../text/text';
import type { CommandBody, CommandName } from './command-schemas';
import type { DecidedEvent } from './events';
import { explain } from './explain';
import { lifecycle } from './lifecycle.v1';
import type { OperationState } from './state';

/** One reason why a command is refused: a stable code, a sentence for people and, where law demands it, its source. */
export interface Blocker {
  readonly kind: 'stage' | 'role' | 'gate' | 'act';
  readonly code: string;
  readonly sentence: string;
  /** What exactly is missing: subjects, products, matters. */
  readonly missing?: readonly string[];
  readonly source?: string;
  /** The commands that mend it, where there are such. */
  readonly remedies?: readonly CommandName[];
}

export interface Blocked {
  readonly blockers: readonly Blocker[];
}

/** A refusal that depends on the act itself (whom it is about, who does it) rather than on stage, role or gates. */
export function blocked(code: string, sentence: string): Blocked {
  return { blockers: [{ kind: 'act', code, sentence }] };
}

/** What an activity must work out before a command can be decided, by command. */
export interface Prepared {
  recordThreatScore: ThreatAssessment;
}
export type PreparedFor<C extends CommandName> = C extends keyof Prepared ? Prepared[C] : undefined;

/** A command on its way from its author to the operation. `commandId` is the digest of author and idempotency key. */
export interface CommandEnvelope<C extends CommandName = CommandName> {
  readonly commandId: string;
  readonly command: C;
  readonly actor: Actor;
  readonly body: CommandBody<C>;
  /** When the act took place, as its author states; absent: now. RFC 3339 UTC with milliseconds. */
  readonly happenedAt: string | null;
  /** The texts that the body refers to, for their erasable records. */
  readonly texts: readonly TextRecord[];
  /** Keyed digest of command and body: the same key with another body is an error. */
  readonly fingerprint: string;
  /** Sequence the author's precondition names (`If-Match`). */
  readonly ifMatch: number | null;
  /** Sequence of the operation's row when the command was sent; see `isBehind`. */
  readonly seen: number;
}

export interface CommandContext<C extends CommandName> {
  readonly state: OperationState;
  readonly body: CommandBody<C>;
  readonly actor: Actor;
  readonly happenedAt: string;
  readonly prepared: PreparedFor<C>;
}

/** One command's own rule: its events, or why not. Stage, roles and gates have been checked before. */
export type Decide<C extends CommandName> = (context: CommandContext<C>) => readonly DecidedEvent[] | Blocked;

export type Decision =
  | { readonly kind: 'events'; readonly events: readonly DecidedEvent[]; readonly happenedAt: string }
  | { readonly kind: 'blocked'; readonly blockers: readonly Blocker[] }
  | { readonly kind: 'conflict'; readonly sequence: number };

/**
 * Decides a command: what happens, or everything that stands in its way. Pure, and the only place where a command is
 * allowed.
 *
 * @param now the operation's present moment, RFC 3339 UTC
 * @param prepared what the command's activity returned; a dry run may leave it out, since no refusal depends on it
 */
export function decide<C extends CommandName>(
  state: OperationState,
  envelope: CommandEnvelope<C>,
  now: string,
  prepared?: PreparedFor<C>,
): Decision {
  if (envelope.ifMatch !== null && envelope.ifMatch !== state.sequence)
    return { kind: 'conflict', sequence: state.sequence };
  const explained = explain(state, envelope.command, envelope.actor);
  if (!explained.allowed) return { kind: 'blocked', blockers: explained.blockers };

  const happenedAt = envelope.happenedAt ?? now;
  if (Date.parse(happenedAt) > Date.parse(now))
    return { kind: 'blocked', ...blocked('future', 'What has not happened yet cannot be recorded: mend happenedAt.') };

  const rule = lifecycle[envelope.command].decide as unknown as Decide<C>;
  const decided = rule({
    state,
    body: envelope.body,
    actor: envelope.actor,
    happenedAt,
    prepared: prepared as PreparedFor<C>,
  });
  return 'blockers' in decided
    ? { kind: 'blocked', blockers: decided.blockers }
    : { kind: 'events', events: decided, happenedAt };
}

/** Whether the operation is behind the database its author has seen, and must not judge from its stale state. */
export function isBehind(state: OperationState, envelope: CommandEnvelope): boolean {
  return envelope.seen > state.sequence;
}
