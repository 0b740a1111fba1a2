import type { Actor, Role } from '../access/actor';
import { mayGive, spelt } from '../access/rules';
import { STAGES } from './codes';
import { restingBlocker } from './areas/merging/resting';
import type { CommandName } from './command-schemas';
import type { Blocker } from './decide';
import type { Gate } from './gates';
import { lifecycle, ONWARD, type LifecycleRow } from './lifecycle.v1';
import type { OperationState } from './state';

export type Explanation =
  | { readonly allowed: true; readonly blockers: readonly [] }
  | { readonly allowed: false; readonly blockers: readonly Blocker[] };

/**
 * Whether this person may give this command now, or everything that stands in the way. The validator, the `actions`
 * route, the API's refusals and the pages' checklists all ask here, so they cannot disagree.
 */
export function explain(state: OperationState, command: CommandName, actor: Actor): Explanation {
  const row: LifecycleRow = lifecycle[command];
  if (state.merge && !row.whileMerged) return { allowed: false, blockers: [restingBlocker(state.merge)] };
  const blockers: Blocker[] = [];
  if (!mayGive(actor, row.roles)) blockers.push(reservedFor(`“${row.title}”`, row.roles));
  if (!row.stages.includes(state.stage)) blockers.push(elsewhere(row, state.stage));
  else for (const gate of row.gates?.(state) ?? []) blockers.push(...unmet(gate, state));
  return blockers.length === 0 ? { allowed: true, blockers: [] } : { allowed: false, blockers };
}

/** The blocker of an act that belongs to other stages; what leads to them is its remedy, whether onward or back. */
function elsewhere({ title, stages }: LifecycleRow, stage: OperationState['stage']): Blocker {
  const ahead = stages.some((one) => ROAD.indexOf(one) > ROAD.indexOf(stage));
  const back = stage === 'closed' ? 'requestReopening' : 'requestRollback';
  return {
    kind: 'stage',
    code: 'stage',
    sentence: `“${title}” belongs to ${spelt(stages)}; this operation’s stage is ${spelt([stage])}.`,
    remedies: [(ahead ? ONWARD[stage] : null) ?? back],
  };
}
const ROAD: readonly OperationState['stage'][] = ['unopened', ...STAGES];

/** The blocker of whoever has none of these roles. */
export function reservedFor(what: string, roles: readonly Role[]): Blocker {
  return {
    kind: 'role',
    code: 'role',
    sentence: `${what} is for: ${spelt(roles)}.`,
  };
}

function unmet(gate: Gate, state: OperationState): Blocker[] {
  const missing = gate.missing(state);
  if (missing.length === 0) return [];
  const { code, sentence, source, remedies } = gate;
  return [{ kind: 'gate', code, sentence, missing, remedies, ...(source === undefined ? {} : { source }) }];
}
