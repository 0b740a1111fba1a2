import { defineQuery, defineUpdate } from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { Blocker, CommandEnvelope } from '../../domain/operation/decide';
import type { OperationEvent } from '../../domain/operation/events';
import type { OperationState } from '../../domain/operation/state';

/** The contract of the `operation` workflow: one for each operation, from referral to closure. */
export const OPERATION_WORKFLOW = 'operation';
export const operationWorkflowId = (reference: string) => `operation/${reference}`;

/** An event as recorded; `hash` is hexadecimal. */
export type RecordedEvent = OperationEvent & { readonly hash: string };

/** Where a timeline ends, as its holder knows it. */
export interface Head {
  readonly sequence: number;
  readonly hash: string | null;
}

export interface OperationInput {
  readonly reference: string;
  /** True when the operation is just being opened, so that there is nothing to load. */
  readonly opening: boolean;
  /** Carried over from the run before. */
  readonly carried: {
    readonly foldVersion: number;
    readonly hash: string | null;
    readonly state: OperationState;
  } | null;
}

/** Why a command was refused, and at which sequence of the operation it was judged. */
export type Refusal =
  | { readonly kind: 'blocked'; readonly blockers: readonly Blocker[]; readonly sequence: number }
  | { readonly kind: 'conflict'; readonly sequence: number };

/** `fingerprint` is that of the body first recorded under this command's id. `events` is empty for a repeat. */
export interface Recorded {
  readonly kind: 'recorded';
  readonly fingerprint: string;
  readonly repeated: boolean;
  readonly events: readonly RecordedEvent[];
}

/** Type of the failure by which the validator refuses; its only detail is the {@link Refusal}. */
export const REFUSED = 'refused';

/** Gives a command. A refusal by the validator is thrown, one found later is returned. */
export const commandUpdate = defineUpdate<Recorded | Refusal, [CommandEnvelope]>('command');

/** Brings the operation up to what the database holds; idempotent. */
export const reconcileUpdate = defineUpdate<Head>('reconcile');

/** Where the workflow believes its timeline ends. */
export const headQuery = defineQuery<Head>('head');

/** For operators only: lists are served from the database. */
export const STAGE = defineSearchAttributeKey('Stage', 'KEYWORD');
export const NEXT_DUE_AT = defineSearchAttributeKey('NextDueAt', 'DATETIME');
