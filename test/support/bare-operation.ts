import { randomUUID } from 'node:crypto';
import { createRecordingActivities, type RecordingActivities } from '../../activities/recording';
import type { Actor } from '../../domain/access/actor';
import { commandSchemas, type CommandName } from '../../domain/operation/command-schemas';
import type { CommandEnvelope } from '../../domain/operation/decide';
import { scoreThreat } from '../../domain/scoring/score-threat';
import { envelopeOf } from '../../platform/commands/envelope';
import { createPool } from '../../platform/database/pool';
import { Operation, type Prepare } from '../../workflows/operation/operation.entity';
import type { Recorded } from '../../workflows/operation/operation.messages';
import { ownReference } from './own-reference';
import { LIAISON, REFERRAL, SIO, TASKING, testStack } from './stack';

const prepare = ((envelope: CommandEnvelope) =>
  envelope.command === 'recordThreatScore'
    ? Promise.resolve(scoreThreat((envelope as CommandEnvelope<'recordThreatScore'>).body))
    : undefined) as Prepare;

/** The envelope of a command as the API would make it. */
export function envelope(actor: Actor, command: CommandName, body: object, key: string = randomUUID()) {
  const parsed: unknown = commandSchemas[command].parse(body);
  return envelopeOf(
    { command, body: parsed, actor, idempotencyKey: key, happenedAt: null, ifMatch: null },
    Buffer.alloc(32),
  );
}

/** An operation without its workflow: what the workflow runs, over the same recording function, in this process. */
export class BareOperation {
  readonly entity: Operation;

  constructor(
    recording: RecordingActivities,
    readonly reference = ownReference(),
    opening = true,
  ) {
    const now = () => new Date().toISOString();
    this.entity = new Operation({ reference, opening, carried: null }, recording, prepare, now);
  }

  /** Opens a referral. */
  static async open(recording: RecordingActivities, reference?: string): Promise<BareOperation> {
    const operation = new BareOperation(recording, reference);
    await operation.does(TASKING, 'openReferral', REFERRAL);
    return operation;
  }

  /** Gives a command that must be recorded. */
  async does(actor: Actor, command: CommandName, body: object): Promise<Recorded> {
    const { sequence: seen } = this.entity.head;
    const outcome = await this.entity.execute({ ...envelope(actor, command, body), seen } as CommandEnvelope);
    if (outcome.kind !== 'recorded') throw new Error(`${command}: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** A few events of several kinds, with texts: submitted, a team, liaison opened. Five events in all. */
  async getGoing(): Promise<this> {
    await this.does(TASKING, 'submitReferral', {});
    await this.does(TASKING, 'assignTeam', { person: SIO.id, role: 'senior-investigating-officer' });
    await this.does(TASKING, 'assignTeam', { person: LIAISON.id, role: 'rocu-liaison-officer' });
    await this.does(LIAISON, 'openEuropolLiaison', { country: 'HU', purpose: 'Invented purpose.' });
    return this;
  }
}

/**
 * Records on the stack's own database what the operation's running workflow never hears of: as when worker and server die
 * right after the commit.
 */
export async function recordUnseen(reference: string, actor: Actor, command: CommandName, body: object): Promise<void> {
  const pool = createPool(testStack().urls.database.worker, { name: 'test', max: 1 });
  try {
    const operation = new BareOperation(createRecordingActivities(pool), reference, false);
    await operation.entity.restore();
    await operation.does(actor, command, body);
  } finally {
    await pool.end();
  }
}
