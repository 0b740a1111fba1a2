import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { ApiClient } from '../../apps/cli/api/api-client';
import { HISTORY_KEY_RING } from '../../apps/worker/replay';
import type { Actor, Role } from '../../domain/access/actor';
import type { CommandName } from '../../domain/operation/command-schemas';
import { commandSchemas } from '../../domain/operation/command-schemas';
import type { OperationState } from '../../domain/operation/state';
import { scoreThreat } from '../../domain/scoring/score-threat';
import { envelopeOf } from '../../platform/commands/envelope';
import { CommandGateway, type Given } from '../../platform/commands/gateway';
import { createPool } from '../../platform/database/pool';
import type { ProcessRole, StackUrls } from '../../platform/embedded/addresses';
import type { PersonId } from '../../platform/embedded/identity/people';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import { DATABASE_ROLES } from '../../platform/embedded/secrets';
import type { Stack } from '../../platform/embedded/stack';
import { ownReference } from './own-reference';
import { LOW_THREAT } from './threat-inputs';
import { temporalClient } from '../../platform/temporal/client';
import { currentOperation } from '../../platform/timeline/current';

export interface TestStack {
  readonly urls: StackUrls;
  readonly dataDir: string;
  readonly env: Readonly<Record<ProcessRole, Record<string, string>>>;
}

/** Lets {@link testStack} answer this stack, here and in processes that are started from here. */
export function shareStack(stack: Stack): void {
  const shared: TestStack = {
    urls: stack.urls,
    dataDir: stack.options.dataDir,
    env: Object.fromEntries(
      [...DATABASE_ROLES, 'web' as const].map((role) => [role, stack.env(role)]),
    ) as TestStack['env'],
  };
  process.env['WAYMARK_TEST_STACK'] = JSON.stringify(shared);
}

/** The stack that was shared, such as that of `global-setup`. */
export function testStack(): TestStack {
  return JSON.parse(process.env['WAYMARK_TEST_STACK'] as string) as TestStack;
}

/** Someone with these roles, for tests below the API. */
export const someone = (id: string, ...roles: Role[]): Actor => ({ id, roles, force: 'norfolk' });

export const TASKING = someone('tasking-officer-norfolk', 'tasking-officer');
export const SIO = someone('senior-investigator-norfolk', 'senior-investigating-officer');
export const LIAISON = someone('rocu-liaison-officer-ersou', 'rocu-liaison-officer');
export const SUPERVISOR = someone('supervisor-norfolk', 'supervisor');

export const REFERRAL = {
  threatArea: 'modern-slavery-human-trafficking',
  leadForce: 'norfolk',
  marking: 'OFFICIAL',
  grade: { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' },
  grounds: 'Invented grounds for a test.',
};

/** A way to operations without the API: the gateway over a test's own connections. */
export class Engine {
  readonly client: Client;
  readonly pool: Pool;
  readonly gateway: CommandGateway;

  constructor({ urls }: Pick<TestStack, 'urls'> = testStack()) {
    this.client = temporalClient({
      TEMPORAL_ADDRESS: urls.temporalAddress,
      TEMPORAL_NAMESPACE: urls.namespace,
      PAYLOAD_KEYS: HISTORY_KEY_RING,
    });
    this.pool = createPool(urls.database.admin.replace(/\/[^/]*$/, '/waymark'), { name: 'test', max: 4 });
    this.gateway = new CommandGateway(this.client, async (reference, commandId) => {
      const { rows } = await this.pool.query<{
        sequence: number;
        fingerprint: string | null;
        first: number;
        last: number;
      }>(
        `SELECT o.sequence, c.fingerprint, c.first_sequence AS first, c.last_sequence AS last
         FROM operation o LEFT JOIN recorded_command c ON c.operation = o.reference AND c.command_id = $2
         WHERE o.reference = $1`,
        [reference, commandId],
      );
      const row = rows[0];
      if (!row) return null;
      const { sequence, fingerprint, first, last } = row;
      return {
        sequence,
        recorded: fingerprint === null ? null : { fingerprint, firstSequence: first, lastSequence: last },
      };
    });
  }

  /** Opens a referral under a reference of its own and answers it. */
  async open(reference = ownReference()): Promise<string> {
    const given = await this.gateway.open(reference, this.envelope(TASKING, 'openReferral', REFERRAL), null);
    if (given.kind !== 'recorded') throw new Error(JSON.stringify(given));
    return reference;
  }

  give(reference: string, actor: Actor, command: CommandName, body: object, happenedAt?: string): Promise<Given> {
    return this.gateway.give(reference, this.envelope(actor, command, body, { happenedAt: happenedAt ?? null }));
  }

  /** Gives a command that must be recorded, and answers the events. */
  async does(reference: string, actor: Actor, command: CommandName, body: object, happenedAt?: string) {
    const given = await this.give(reference, actor, command, body, happenedAt);
    if (given.kind !== 'recorded') throw new Error(`${command}: ${JSON.stringify(given)}`);
    return given;
  }

  envelope(
    actor: Actor,
    command: CommandName,
    body: object,
    { key = randomUUID() as string, happenedAt = null as string | null, ifMatch = null as number | null } = {},
  ) {
    const parsed: unknown = commandSchemas[command].parse(body);
    return envelopeOf({ command, body: parsed, actor, idempotencyKey: key, happenedAt, ifMatch }, Buffer.alloc(32));
  }

  /** Brings a new operation into assessment, with Europol liaison open. */
  async inAssessment(): Promise<string> {
    const reference = await this.open();
    await this.does(reference, TASKING, 'submitReferral', {});
    await this.does(reference, LIAISON, 'openEuropolLiaison', { country: 'HU', purpose: 'Invented purpose.' });
    return reference;
  }

  /** Brings a new operation into prosecution, with one suspect arrested. */
  async inProsecution(): Promise<string> {
    const reference = await this.inAssessment();
    await this.does(reference, TASKING, 'recordThreatScore', { ...LOW_THREAT, rationale: 'Invented.' });
    await this.does(reference, TASKING, 'confirmThreatScore', { risk: scoreThreat(LOW_THREAT).risk });
    await this.does(reference, TASKING, 'adopt', { codename: 'Example', products: ['travel'], rationale: 'Invented.' });
    await this.does(reference, TASKING, 'assignTeam', { person: SIO.id, role: 'senior-investigating-officer' });
    await this.does(reference, SIO, 'completeProduct', { product: 'travel', summary: 'Invented.' });
    await this.does(reference, SIO, 'addSubject', { roles: ['suspect'], name: 'Invented', grounds: 'Invented.' });
    await this.does(reference, SIO, 'submitPackage', { summary: 'Invented.' });
    await this.does(reference, SUPERVISOR, 'signOffPackage', {});
    await this.does(reference, SIO, 'advance', {});
    const plan = { plan: 'Invented.', policyFile: 'Invented.', premises: [{ address: 'Invented', power: 'pace-s17' }] };
    await this.does(reference, SIO, 'signEnforcementPlan', plan);
    await this.does(reference, SIO, 'recordArrest', { subject: 'S1', station: 'NOR-WYM' });
    await this.does(reference, SIO, 'advance', {});
    return reference;
  }

  async events(
    reference: string,
  ): Promise<readonly { sequence: number; type: string; payload: Record<string, unknown> }[]> {
    const { rows } = await this.pool.query<{ sequence: number; type: string; payload: Record<string, unknown> }>(
      'SELECT sequence, event_type AS type, payload_json AS payload FROM timeline_event WHERE operation = $1 ORDER BY sequence',
      [reference],
    );
    return rows;
  }

  /** The state as readers find it. */
  async state(reference: string): Promise<OperationState> {
    const current = await currentOperation(this.pool, reference);
    if (!current) throw new Error(`There is no ${reference}`);
    return current.state;
  }

  async close(): Promise<void> {
    await Promise.all([this.client.connection.close(), this.pool.end()]);
  }
}

/** The API as one of the seeded people, signed in by the real flow. */
export function apiAs(person: PersonId, stack = testStack()): ApiClient {
  return new ApiClient(stack.urls.api, new SignedIn(stack.urls.issuer, person));
}

/** Resolves with the first answer that is not nothing; fails after a while, saying what it waited for. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
  seconds = 20,
): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > until) throw new Error(`${what}: still not after ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
