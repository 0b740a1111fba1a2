import {
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure, type WorkflowIdConflictPolicy } from '@temporalio/common';
import type { Remit } from '../../domain/access/remit';
import { decide, type CommandEnvelope } from '../../domain/operation/decide';
import { unopened } from '../../domain/operation/state';
import {
  commandUpdate,
  OPERATION_WORKFLOW,
  operationWorkflowId,
  reconcileUpdate,
  REFUSED,
  STAGE,
  type Head,
  type OperationInput,
  type Recorded,
  type RecordedEvent,
  type Refusal,
} from '../../workflows/operation/operation.messages';
import { TASK_QUEUE } from '../../workflows/task-queue';
import type { UnsentCommand } from './envelope';
import { asEngineUnavailable } from './engine-unavailable';

/** What the database knows of an operation and of one command given to it. */
export interface Look {
  readonly sequence: number;
  readonly recorded: {
    readonly fingerprint: string;
    readonly firstSequence: number;
    readonly lastSequence: number;
  } | null;
}
/** @param remit of whoever gives the command; without it Waymark itself looks, which sees every operation */
export type Lookup = (reference: string, commandId: string, remit?: Remit) => Promise<Look | null>;

/** `events` are at hand only where the command was recorded just now; otherwise they are on the timeline. */
export type Given =
  | {
      readonly kind: 'recorded';
      readonly firstSequence: number;
      readonly lastSequence: number;
      readonly events: readonly RecordedEvent[] | null;
    }
  | Refusal
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'unknown-operation' };

const DEADLINE_MS = 10_000;
const LOOKS = 4;

/** The way every command takes to its operation, whoever gives it: look, send, and after a refusal look once more. */
export class CommandGateway {
  /** @param confirm told of each command whose Update has answered */
  constructor(
    private readonly client: Client,
    private readonly look: Lookup,
    private readonly confirm: (reference: string, commandId: string) => void = () => undefined,
  ) {}

  /**
   * Opens an operation under a reference that was claimed for this command.
   *
   * @param known what a look would find, as the claim has seen it
   * @throws EngineUnavailable when no answer came in time; the same command can be given again
   */
  async open(reference: string, command: UnsentCommand, known: Look | null, remit?: Remit): Promise<Given> {
    if (known) return this.giveTo(known, reference, command, remit);
    const envelope = { ...command, seen: 0 };
    // Judged before anything is started, so that a refused opening leaves no empty workflow behind.
    const judged = decide(unopened(reference), envelope, new Date().toISOString());
    if (judged.kind !== 'events') return { ...judged, sequence: 0 };
    return this.settle(reference, command, remit, await this.sendStarting(reference, envelope, true));
  }

  /**
   * Gives a command to an operation.
   *
   * @param remit of whoever gives it: what they do not see is an unknown operation; Waymark's own commands have none
   * @throws EngineUnavailable when no answer came in time; the same command can be given again
   */
  async give(reference: string, command: UnsentCommand, remit?: Remit): Promise<Given> {
    const seen = await this.look(reference, command.commandId, remit);
    return this.giveTo(seen, reference, command, remit);
  }

  /** Has an operation's workflow fold whatever the database holds beyond it, starting it where it is not running. */
  async reconcile(reference: string): Promise<Head> {
    return this.guarded(() =>
      this.client.workflow.executeUpdateWithStart(reconcileUpdate, {
        startWorkflowOperation: this.startOperation({ reference, opening: false, carried: null }),
      }),
    );
  }

  private async giveTo(
    seen: Look | null,
    reference: string,
    command: UnsentCommand,
    remit: Remit | undefined,
  ): Promise<Given> {
    let known = seen;
    let refusal: Refusal | undefined;
    for (let looks = 0; looks < LOOKS; looks++) {
      if (!known) return { kind: 'unknown-operation' };
      if (known.recorded)
        return known.recorded.fingerprint === command.fingerprint
          ? { kind: 'recorded', ...known.recorded, events: null }
          : { kind: 'mismatch' };
      if (refusal && refusal.sequence >= known.sequence) return refusal;

      const outcome = await this.send(reference, { ...command, seen: known.sequence });
      const given = await this.settle(reference, command, remit, outcome);
      if (given.kind !== 'blocked' && given.kind !== 'conflict') return given;
      refusal = given;
      known = await this.look(reference, command.commandId, remit);
    }
    return refusal ?? { kind: 'unknown-operation' };
  }

  private async settle(
    reference: string,
    command: UnsentCommand,
    remit: Remit | undefined,
    outcome: Recorded | Refusal,
  ): Promise<Given> {
    if (outcome.kind !== 'recorded') return outcome;
    this.confirm(reference, command.commandId);
    if (outcome.fingerprint !== command.fingerprint) return { kind: 'mismatch' };
    if (outcome.repeated) {
      const known = await this.look(reference, command.commandId, remit);
      if (!known) return { kind: 'unknown-operation' };
      if (!known.recorded) throw new Error(`${reference} calls a command recorded that its timeline does not hold`);
      return { kind: 'recorded', ...known.recorded, events: null };
    }
    const { events } = outcome;
    return {
      kind: 'recorded',
      firstSequence: (events[0] as RecordedEvent).sequence,
      lastSequence: (events[events.length - 1] as RecordedEvent).sequence,
      events,
    };
  }

  /** Most operations are running: the plain Update is tried first, and what it finds closed or lost is started. */
  private async send(reference: string, envelope: CommandEnvelope): Promise<Recorded | Refusal> {
    try {
      return await this.guarded(() =>
        this.client.workflow
          .getHandle(operationWorkflowId(reference))
          .executeUpdate(commandUpdate, { args: [envelope], updateId: updateId(envelope) }),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || isAbortedByClosing(error))
        return this.sendStarting(reference, envelope, false);
      throw error;
    }
  }

  private sendStarting(reference: string, envelope: CommandEnvelope, opening: boolean): Promise<Recorded | Refusal> {
    return this.guarded(() =>
      this.client.workflow.executeUpdateWithStart(commandUpdate, {
        args: [envelope],
        updateId: updateId(envelope),
        startWorkflowOperation: this.startOperation({ reference, opening, carried: null }),
      }),
    );
  }

  private startOperation(input: OperationInput) {
    return new WithStartWorkflowOperation<(given: OperationInput) => Promise<void>>(OPERATION_WORKFLOW, {
      taskQueue: TASK_QUEUE,
      workflowId: operationWorkflowId(input.reference),
      workflowIdConflictPolicy: 'USE_EXISTING' satisfies WorkflowIdConflictPolicy,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowTaskTimeout: '5s',
      typedSearchAttributes: input.opening ? [{ key: STAGE, value: 'referral' }] : [],
      args: [input],
    });
  }

  /** A validator's refusal is an answer; trouble with the engine is told apart from everything else. */
  private async guarded<T>(call: () => Promise<T>): Promise<T | Extract<T, Refusal>> {
    try {
      return await this.client.withDeadline(Date.now() + DEADLINE_MS, call);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return refusal as Extract<T, Refusal>;
      throw asEngineUnavailable(error) ?? error;
    }
  }
}

/** A changed operation gets a new id, so that an old refusal is not served again; the database knows repeats. */
function updateId({ commandId, seen }: CommandEnvelope): string {
  return `${commandId}.${seen}`;
}

function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return undefined;
  return error.cause.type === REFUSED ? (error.cause.details?.[0] as Refusal) : undefined;
}

function isAbortedByClosing(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === 'AcceptedUpdateCompletedWorkflow'
  );
}
