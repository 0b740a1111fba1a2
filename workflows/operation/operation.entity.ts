import { dues, type Due } from '../../domain/operation/clocks';
import type { CommandName } from '../../domain/operation/command-schemas';
import { decide, isBehind, type CommandEnvelope, type PreparedFor } from '../../domain/operation/decide';
import { fold } from '../../domain/operation/fold';
import { FOLD_VERSION, unopened, type OperationState } from '../../domain/operation/state';
import type { RecordingActivities } from '../../activities/recording';
import type { Head, OperationInput, RecordedEvent, Recorded, Refusal } from './operation.messages';

/** Works out what a command needs to know before it is decided, by activities; see `Prepared`. */
export type Prepare = <C extends CommandName>(envelope: CommandEnvelope<C>) => Promise<PreparedFor<C>>;

/**
 * One operation: decides commands, has their events recorded and folds what was recorded. Every method that awaits is
 * called under the workflow's mutex.
 */
export class Operation {
  private state: OperationState;
  private hash: string | null = null;

  constructor(
    private readonly input: OperationInput,
    private readonly recording: RecordingActivities,
    private readonly prepare: Prepare,
    private readonly now: () => string,
  ) {
    this.state = unopened(input.reference);
  }

  get current(): OperationState {
    return this.state;
  }

  get head(): Head {
    return { sequence: this.state.sequence, hash: this.hash };
  }

  /** What the next run is to carry over. */
  get carried(): OperationInput['carried'] {
    return { foldVersion: FOLD_VERSION, hash: this.hash, state: this.state };
  }

  /** Takes up what the run before carried over, or rebuilds the operation from its row and later events. */
  async restore(): Promise<void> {
    const { carried, opening, reference } = this.input;
    if (opening && carried === null) return;
    const snapshot = carried ?? (await this.recording.loadOperation(reference));
    if (snapshot?.foldVersion === FOLD_VERSION) {
      this.state = snapshot.state;
      this.hash = snapshot.hash;
    }
    if (carried?.foldVersion !== FOLD_VERSION) await this.catchUp();
  }

  /** Refuses at once what would be refused anyway; lets through what it is too far behind to judge. */
  judge(envelope: CommandEnvelope): Refusal | undefined {
    if (isBehind(this.state, envelope)) return undefined;
    const decision = decide(this.state, envelope, this.now());
    return decision.kind === 'events' ? undefined : { ...decision, sequence: this.state.sequence };
  }

  /** Decides the command, records its events and folds them. */
  async execute(envelope: CommandEnvelope): Promise<Recorded | Refusal> {
    if (isBehind(this.state, envelope)) await this.catchUp();
    const refused = this.judge(envelope);
    if (refused) return refused;
    const prepared = await this.prepare(envelope);
    return this.record(envelope, prepared, true);
  }

  /** Folds whatever the database holds beyond this state. */
  async catchUp(): Promise<void> {
    for (;;) {
      const events = await this.recording.loadEvents(this.state.reference, this.state.sequence);
      if (events.length === 0) return;
      this.fold(events);
    }
  }

  /** Gives itself the commands whose moment has come. */
  async actOnDues(): Promise<void> {
    for (let due = this.nextDue(); due !== undefined && due.dueAt <= this.now(); due = this.nextDue()) {
      const outcome = await this.record(this.commandFor(due), undefined, false);
      // A clock that cannot act would fire for ever: failing the task shows it to the operators and loses nothing.
      if (outcome.kind !== 'recorded') throw new Error(`The clock's command ${due.command} was refused`);
    }
  }

  private async record<C extends CommandName>(
    envelope: CommandEnvelope<C>,
    prepared: PreparedFor<C> | undefined,
    awaitsConfirmation: boolean,
  ): Promise<Recorded | Refusal> {
    for (;;) {
      const occurredAt = this.now();
      const decision = decide(this.state, envelope, occurredAt, prepared);
      if (decision.kind !== 'events') return { ...decision, sequence: this.state.sequence };

      const expected = this.state.sequence;
      const stamps = { happenedAt: decision.happenedAt, occurredAt, actor: envelope.actor.id };
      const folded = decision.events.reduce(
        (state, event, at) => fold(state, { ...event, ...stamps, sequence: expected + at + 1 }),
        this.state,
      );
      const { status, fingerprint, events } = await this.recording.recordEvents({
        reference: this.state.reference,
        expected,
        commandId: envelope.commandId,
        command: envelope.command,
        fingerprint: envelope.fingerprint,
        ...stamps,
        awaitsConfirmation,
        events: decision.events,
        texts: envelope.texts,
        state: folded,
        foldVersion: FOLD_VERSION,
      });
      this.fold(events);
      if (status === 'recorded') return { kind: 'recorded', fingerprint, repeated: false, events };
      await this.catchUp();
      if (status === 'repeated') return { kind: 'recorded', fingerprint, repeated: true, events: [] };
    }
  }

  private fold(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      this.state = fold(this.state, event);
      this.hash = event.hash;
    }
  }

  private nextDue(): Due | undefined {
    return dues(this.state)[0];
  }

  private commandFor(due: Due): CommandEnvelope {
    return {
      commandId: `clock:${due.command}:${Object.values(due.body).join(':')}`,
      command: due.command,
      actor: { id: 'waymark', roles: ['service'], force: '' },
      body: due.body as CommandEnvelope['body'],
      happenedAt: null,
      texts: [],
      fingerprint: 'clock',
      ifMatch: null,
      seen: this.state.sequence,
    };
  }
}
