import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { challenging, remitOf } from '../../../domain/access/remit';
import type { CommandName } from '../../../domain/operation/command-schemas';
import { decide } from '../../../domain/operation/decide';
import { explain } from '../../../domain/operation/explain';
import { unopened } from '../../../domain/operation/state';
import { CommandGateway, type Given, type Look } from '../../../platform/commands/gateway';
import { commandIdOf, envelopeOf, type UnsentCommand } from '../../../platform/commands/envelope';
import { claimReference, createLook, type Claim } from '../../../platform/commands/look';
import { Readings } from '../access/readings';
import type { ApiConfig } from '../config';
import { versionConflict } from '../http/etag';
import { Metrics } from '../http/metrics';
import { problemOf } from '../http/problem-of';
import { Problem, refusal } from '../http/problems';
import { noOperation } from '../http/reference';
import { CONFIG } from '../tokens';
import { OperationRead } from '../operations/operation.read';
import { TimelineRead } from '../timeline/timeline.read';
import { parseCommand } from './command-request';
import type { CommandAnswer } from './command.schema';
import { Door } from './door';

/** A command as it arrives: not yet validated. */
export interface IncomingCommand {
  readonly command: CommandName;
  readonly body: unknown;
  readonly actor: Actor;
  readonly idempotencyKey: string;
  readonly ifMatch: number | null;
}

export interface Outcome {
  readonly answer: CommandAnswer;
  /** True when the command had been recorded before and is answered from the timeline. */
  readonly replayed: boolean;
}

/** Gives commands to operations and turns what comes of them into answers and problems. */
@Injectable()
export class CommandsService {
  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly pool: Pool,
    private readonly readings: Readings,
    private readonly gateway: CommandGateway,
    private readonly operations: OperationRead,
    private readonly timeline: TimelineRead,
    private readonly door: Door,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Gives a command. Round trips: two for a look and one Update, and before them what the door asks for a few commands. A repeat:
   * a look and its events. After a refusal: one more look, since the operation may have changed meanwhile.
   *
   * @throws Problem for every refusal; EngineUnavailable when no answer came in time
   */
  async give(reference: string, incoming: IncomingCommand): Promise<Outcome> {
    return this.counted(incoming.command, async () => {
      const command = this.envelope(incoming);
      await this.door.pass(reference, command);
      // Whoever breaks the glass does not see the operation yet.
      const remit = command.command === 'challengeAccess' ? challenging(incoming.actor) : remitOf(incoming.actor);
      return this.outcome(reference, command, await this.gateway.give(reference, command, remit));
    });
  }

  /**
   * Opens a referral. Round trips: the claim of its reference and one Update. A repeat: the claim and its events.
   *
   * @throws as {@link give}
   */
  async open(incoming: Omit<IncomingCommand, 'command' | 'ifMatch'>): Promise<Outcome> {
    return this.counted('openReferral', async () => {
      const command = this.envelope({ ...incoming, command: 'openReferral', ifMatch: null });
      const { reference, known } = await this.claim(command);
      const remit = remitOf(incoming.actor);
      // A repeat, by somebody who may have been excluded since.
      if (known && !(await createLook(this.pool)(reference, command.commandId, remit))) throw noOperation(reference);
      return this.outcome(reference, command, await this.gateway.open(reference, command, known, remit));
    });
  }

  /**
   * What is known of a command whose body is still to come. What would be refused whatever it says is refused at once,
   * unless it is a repeat. Round trips: one look, and the operation's row.
   *
   * @throws Problem for every such refusal
   */
  async forewarned(
    reference: string,
    { command, actor, idempotencyKey, ifMatch }: Omit<IncomingCommand, 'body'>,
  ): Promise<{ readonly commandId: string; readonly recorded: Look['recorded'] }> {
    return this.failuresCounted(command, async () => {
      const commandId = commandIdOf(actor, idempotencyKey);
      const known = await createLook(this.pool)(reference, commandId, remitOf(actor));
      if (!known) throw noOperation(reference);
      if (known.recorded) return { commandId, recorded: known.recorded };
      const { state } = await this.readings.as(actor, (reader) => this.operations.one(reader, reference));
      if (ifMatch !== null && ifMatch !== state.sequence)
        throw await this.conflict(reference, actor, ifMatch, state.sequence);
      const { allowed, blockers } = explain(state, command, actor);
      if (!allowed) throw refusal(blockers);
      return { commandId, recorded: null };
    });
  }

  /** The reference this opening has, now and for ever. What would be refused claims none. */
  private async claim(command: UnsentCommand): Promise<Claim> {
    const now = new Date();
    const judged = decide(unopened(''), { ...command, seen: 0 }, now.toISOString());
    const claim = await claimReference(this.pool, command, now.getUTCFullYear(), judged.kind === 'events');
    if (claim === null && judged.kind === 'blocked') throw refusal(judged.blockers);
    if (claim?.claimedBy !== command.fingerprint) throw new Problem('idempotency-mismatch');
    return claim;
  }

  private envelope({ command, body, actor, idempotencyKey, ifMatch }: IncomingCommand): UnsentCommand {
    const request = parseCommand(command, body);
    return envelopeOf({ command, ...request, actor, idempotencyKey, ifMatch }, this.config.FINGERPRINT_KEY);
  }

  private async outcome(reference: string, command: UnsentCommand, given: Given): Promise<Outcome> {
    switch (given.kind) {
      case 'recorded': {
        const { firstSequence, lastSequence, events } = given;
        const recorded =
          events?.map(({ sequence, type, happenedAt, occurredAt, payload }) => ({
            sequence,
            type,
            happenedAt,
            occurredAt,
            payload: { ...payload },
          })) ??
          (await this.readings.as(command.actor, (reader) =>
            this.timeline.between(reader, reference, firstSequence, lastSequence),
          ));
        const answer = { reference, commandId: command.commandId, sequence: lastSequence, events: [...recorded] };
        return { answer: answer as CommandAnswer, replayed: events === null };
      }
      case 'blocked':
        throw refusal(given.blockers);
      case 'conflict':
        throw await this.conflict(reference, command.actor, command.ifMatch ?? 0, given.sequence);
      case 'mismatch':
        throw new Problem('idempotency-mismatch');
      case 'unknown-operation':
        throw noOperation(reference);
    }
  }

  private async conflict(reference: string, actor: Actor, yours: number, current: number): Promise<Problem> {
    const changes = await this.readings.as(actor, (reader) => this.timeline.changesAfter(reader, reference, yours));
    return versionConflict('operation', yours, current, changes);
  }

  private async counted(command: CommandName, act: () => Promise<Outcome>): Promise<Outcome> {
    const outcome = await this.failuresCounted(command, act);
    this.metrics.commands.inc({ command, outcome: outcome.replayed ? 'replayed' : 'recorded' });
    return outcome;
  }

  private async failuresCounted<T>(command: CommandName, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      this.metrics.commands.inc({ command, outcome: problemOf(error).problem });
      throw error;
    }
  }
}
