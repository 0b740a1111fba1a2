import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Actor, Role } from '../domain/access/actor';
import { commandSchemas, type CommandName } from '../domain/operation/command-schemas';
import { envelopeOf, type UnsentCommand } from '../platform/commands/envelope';
import { CommandGateway } from '../platform/commands/gateway';
import { createLook } from '../platform/commands/look';
import { readConfig } from '../platform/config';
import { createPool } from '../platform/database/pool';
import type { Stack } from '../platform/embedded/stack';
import { temporalClient } from '../platform/temporal/client';
import { COMMAND, commandBody, REFERRAL } from './given';
import { FULL_OPERATION, fullReference } from './seed/full';
import { commandUpdate, operationWorkflowId, type RecordedEvent } from '../workflows/operation/operation.messages';
import { ownReference } from '../test/support/own-reference';

const person = (id: string, ...roles: Role[]): Actor => ({ id, roles, force: 'norfolk' });
/** Nobody whose pages are measured: what they open for the engine's figures, thousands in minutes, is on nobody's desk. */
const TASKING = person('tasking-officer-bench', 'tasking-officer');
const ANALYST = person('intelligence-analyst-norfolk', 'intelligence-analyst');

/** An operation that is being given commands, and where its timeline ends. */
export interface BusyOperation {
  readonly reference: string;
  /** The potential victim whom the measured command is about. */
  readonly victim: string;
  sequence: number;
}

/** The engine without its API: Updates and openings by client, and a connection that sees everything. */
export class Engine {
  readonly client: Client;
  readonly pool: Pool;
  readonly gateway: CommandGateway;
  private readonly fingerprintKey: Buffer;

  constructor(stack: Stack) {
    const names = ['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'PAYLOAD_KEYS', 'FINGERPRINT_KEY'] as const;
    const config = readConfig(names, stack.env('api'));
    this.fingerprintKey = config.FINGERPRINT_KEY;
    this.client = temporalClient(config);
    this.pool = createPool(stack.urls.database.owner, { name: 'waymark-bench', max: 20 });
    this.gateway = new CommandGateway(this.client, createLook(this.pool));
  }

  /** An opening as the API hands it to the gateway. */
  opening(): UnsentCommand {
    return this.envelope(TASKING, 'openReferral', REFERRAL);
  }

  /** Opens a referral, as the API does once it has claimed the reference. */
  async open(opening = this.opening()): Promise<string> {
    const reference = ownReference();
    const given = await this.gateway.open(reference, opening, null);
    if (given.kind !== 'recorded') throw new Error(`The opening was not recorded: ${JSON.stringify(given)}`);
    return reference;
  }

  /** An operation in assessment with five suspects and one potential victim, as large as one usually is. */
  async busyOperation(): Promise<BusyOperation> {
    const reference = await this.open();
    await this.does(reference, TASKING, 'submitReferral', {});
    for (const role of [...Array<string>(5).fill('suspect'), 'potential-victim'])
      await this.does(reference, ANALYST, 'addSubject', { roles: [role], name: 'Invented', grounds: 'Invented.' });
    return { reference, victim: 'S6', sequence: 8 };
  }

  /** A full operation that was seeded, its workflow rebuilt from its row. */
  async fullOperation(nth: number): Promise<BusyOperation> {
    const operation = { reference: fullReference(nth), victim: 'S21', sequence: FULL_OPERATION.events };
    await this.does(operation.reference, ANALYST, COMMAND, commandBody(operation.victim));
    return { ...operation, sequence: operation.sequence + 1 };
  }

  /** The measured command, in the envelope that the API makes. */
  command({ victim }: BusyOperation): UnsentCommand {
    return this.envelope(ANALYST, COMMAND, commandBody(victim));
  }

  /** Gives the measured command as an Update alone: what API and gateway do around it is left out. */
  async update(operation: BusyOperation, command: UnsentCommand): Promise<void> {
    const envelope = { ...command, seen: operation.sequence };
    const recorded = await this.client.workflow
      .getHandle(operationWorkflowId(operation.reference))
      .executeUpdate(commandUpdate, { args: [envelope], updateId: `${envelope.commandId}.${envelope.seen}` });
    if (recorded.kind !== 'recorded') throw new Error(`The command was not recorded: ${JSON.stringify(recorded)}`);
    operation.sequence = (recorded.events.at(-1) as RecordedEvent).sequence;
  }

  async close(): Promise<void> {
    await Promise.all([this.client.connection.close(), this.pool.end()]);
  }

  private async does(reference: string, actor: Actor, command: CommandName, body: object): Promise<void> {
    const given = await this.gateway.give(reference, this.envelope(actor, command, body));
    if (given.kind !== 'recorded') throw new Error(`${command} was not recorded: ${JSON.stringify(given)}`);
  }

  private envelope(actor: Actor, command: CommandName, body: object): UnsentCommand {
    const parsed: unknown = commandSchemas[command].parse(body);
    const idempotencyKey = randomUUID();
    return envelopeOf(
      { command, body: parsed, actor, idempotencyKey, happenedAt: null, ifMatch: null },
      this.fingerprintKey,
    );
  }
}
