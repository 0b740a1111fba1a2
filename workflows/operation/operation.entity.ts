import { briefOf } from '../../domain/operation/brief';
import { dues, type Due } from '../../domain/operation/clocks';
import type { CommandName } from '../../domain/operation/command-schemas';
import { decide, isBehind, type CommandEnvelope, type PreparedFor } from '../../domain/operation/decide';
import { fold } from '../../domain/operation/fold';
import { brought, isSnapshotDue } from '../../domain/operation/snapshot';
import { FOLD_VERSION, unopened, type OperationState } from '../../domain/operation/state';
import type { RecordingActivities } from '../../activities/recording';
import type { Head, OperationInput, RecordedEvent, Recorded, Refusal } from './operation.messages';

/** Works out what a command needs to know before it is decided, by activities; see `Prepared`. Most need nothing. */
export type Prepare = <C extends CommandName>(envelope: CommandEnvelope<C>) => Promise<PreparedFor<C>> | undefined;

/**
 * One operation: decides commands, has their events recorded and folds what was recorded. Every method that awaits is
 * called in the workflow's turns.
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
    // At once, not in `restore`: an Update that came with the start is judged before anything is awaited.
    if (input.carried) this.take(input.carried);
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

  /** Whether it has all it starts from: there is nothing yet, or the run before carried over a state of this shape. */
  get isWhole(): boolean {
    const { carried, opening } = this.input;
    return carried === null ? opening : brought(carried.foldVersion, carried.state) !== null;
  }

  /** Rebuilds the operation from its row and later events. */
  async restore(): Promise<void> {
    const snapshot = this.input.carried ?? (await this.recording.loadOperation(this.input.reference));
    if (snapshot) this.take(snapshot);
    await this.catchUp();
  }

  /** Refuses at once what would be refused anyway; lets through what it is too far behind to judge. */
  judge<C extends CommandName>(envelope: CommandEnvelope<C>): Refusal | undefined {
    if (isBehind(this.state, envelope)) return undefined;
    const decision = decide(this.state, envelope, this.now());
    return decision.kind === 'events' ? undefined : { ...decision, sequence: this.state.sequence };
  }

  /**
   * Decides the command, records its events and folds them.
   *
   * Few awaits, since the SDK notes the stack of every promise in a workflow: each costs more than the whole decision.
   *
   * @param awaitsConfirmation false for what the operation does by itself
   */
  async execute<C extends CommandName>(
    envelope: CommandEnvelope<C>,
    awaitsConfirmation = true,
  ): Promise<Recorded | Refusal> {
    if (isBehind(this.state, envelope)) await this.catchUp();
    const refused = this.judge(envelope);
    if (refused) return refused;
    const preparing = this.prepare(envelope);
    const prepared = preparing && (await preparing);
    for (;;) {
      const occurredAt = this.now();
      const decision = decide(this.state, envelope, occurredAt, prepared);
      if (decision.kind !== 'events') return { ...decision, sequence: this.state.sequence };

      const expected = this.state.sequence;
      const stamps = { happenedAt: decision.happenedAt, occurredAt, actor: envelope.actor.id };
      const events = decision.events.map((event, at) => ({ ...event, ...stamps, sequence: expected + at + 1 }));
      const folded = events.reduce(fold, this.state);
      const recording = await this.recording.recordEvents({
        reference: this.state.reference,
        expected,
        commandId: envelope.commandId,
        command: envelope.command,
        fingerprint: envelope.fingerprint,
        ...stamps,
        awaitsConfirmation,
        events: decision.events,
        texts: envelope.texts,
        state: isSnapshotDue(expected, folded.sequence) ? folded : null,
        foldVersion: FOLD_VERSION,
        brief: briefOf(folded),
      });
      if (recording.status === 'recorded') {
        const recorded = events.map((event, at) => ({ ...event, hash: recording.hashes[at] as string }));
        this.state = folded;
        this.hash = recorded[recorded.length - 1]?.hash ?? this.hash;
        return { kind: 'recorded', fingerprint: envelope.fingerprint, repeated: false, events: recorded };
      }
      this.fold(recording.events);
      await this.catchUp();
      if (recording.status === 'repeated')
        return { kind: 'recorded', fingerprint: recording.fingerprint, repeated: true, events: [] };
    }
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
      const { sequence } = this.state;
      const outcome = await this.execute(this.commandFor(due), false);
      // Refused by what the database was ahead with, the clock is settled. One that cannot act otherwise would fire for
      // ever: failing the task shows it to the operators and loses nothing.
      if (outcome.kind !== 'recorded' && this.state.sequence === sequence)
        throw new Error(`The clock's command ${due.command} was refused`);
    }
  }

  /** Takes up a snapshot, if it has this shape; otherwise events must tell. */
  private take({ foldVersion, hash, state }: NonNullable<OperationInput['carried']>): void {
    const known = brought(foldVersion, state);
    if (known === null) return;
    this.state = known;
    this.hash = hash;
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
