import type { Actor, Role } from '../access/actor';
import { mayGive } from '../access/rules';
import type { CommandName } from './command-schemas';
import type { Blocker } from './decide';
import { reservedFor } from './explain';
import { lifecycle } from './lifecycle.v1';

/** Commands that can be given to many operations at once. Each takes the same body whatever the operation. */
export const BULK_COMMANDS = [
  'assignTeam',
  'releaseTeamMember',
  'returnReferral',
  'changeMarking',
  'handOver',
] as const satisfies readonly CommandName[];
export type BulkCommand = (typeof BULK_COMMANDS)[number];

/** Most operations of one bulk act. */
export const BULK_LIMIT = 500;

const BULK_ROLES: readonly Role[] = ['tasking-officer', 'supervisor'];
const OVERSIGHT_ROLES: readonly Role[] = ['supervisor'];

/** What is to become of a bulk act; each can be repeated. */
export const BULK_STEPS = { pause: 'paused', resume: 'running', cancel: 'cancelled' } as const;
export type BulkStep = keyof typeof BULK_STEPS;

/** Whether a bulk act goes on, and what becomes of the operations it has not come to. */
export const BULK_STATES = ['running', 'paused', 'cancelled', 'done'] as const;

/** What has come of a bulk act for one operation. */
export const BULK_OUTCOMES = ['waiting', 'done', 'refused', 'failed', 'cancelled'] as const;
export type BulkOutcome = (typeof BULK_OUTCOMES)[number];

/** Why an operation was not given the command, or refused it. */
export type BulkProblem =
  | { readonly kind: 'blocked'; readonly blockers: readonly Blocker[] }
  | { readonly kind: 'unknown-operation' | 'no-answer' };

/** What keeps this person from giving a command to many operations at once; each operation then judges for itself. */
export function bulkBlockers(command: BulkCommand, actor: Actor): readonly Blocker[] {
  const { title, roles } = lifecycle[command];
  return [
    ...(mayGive(actor, BULK_ROLES) ? [] : [reservedFor('Acting on many operations at once', BULK_ROLES)]),
    ...(mayGive(actor, roles) ? [] : [reservedFor(`“${title}”`, roles)]),
  ];
}

/** What keeps this person from looking into a bulk act, and from pausing, resuming or cancelling it. */
export function oversightBlockers(author: string, actor: Actor): readonly Blocker[] {
  if (actor.id === author || mayGive(actor, OVERSIGHT_ROLES)) return [];
  return [reservedFor('What somebody else has begun', OVERSIGHT_ROLES)];
}
