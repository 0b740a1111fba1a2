import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../apps/cli/api/api-client';
import type { CommandAnswer } from '../../apps/api/commands/command.schema';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import type { Stack } from '../../platform/embedded/stack';
import { Ledger } from '../chaos/ledger';
import { HEALS_WITHIN_SECONDS, orphan } from '../chaos/orphan';
import { europolMessage, openLiaison, OPENING, type Act } from '../chaos/script';
import { differences, rowOf, workflowOf } from '../chaos/standing';
import type { World } from '../chaos/world';
import { startFaultWorld } from '../support/fault-world';
import { whileHeld } from '../support/held-operation';
import { eventually } from '../support/stack';

jest.setTimeout(90_000);

describe('the kernel', () => {
  let close: () => Promise<void>;
  let stack: Stack;
  let world: World;
  let reference: string;
  const people = new Map<string, SignedIn>();
  const bearer = (person: string) => signedIn(person).token();

  beforeAll(async () => {
    ({ stack, world, close } = await startFaultWorld('after-record'));
    reference = (await as(OPENING).open<CommandAnswer>(OPENING.body)).body.reference;
    await give({ by: OPENING.by, command: 'submitReferral', body: {} });
    await give(openLiaison());
  });

  afterAll(async () => {
    await close?.();
  });

  const as = ({ by }: Act) => new ApiClient(stack.urls.api, signedIn(by));

  function signedIn(person: string): SignedIn {
    const known = people.get(person) ?? new SignedIn(stack.urls.issuer, person);
    people.set(person, known);
    return known;
  }

  /** Repeats until it is answered, as every client does. */
  async function give(act: Act): Promise<CommandAnswer> {
    const { status, body } = await as(act).command<CommandAnswer>(reference, act.command, act.body);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  }

  async function eventsOf(commandId: string): Promise<readonly number[]> {
    const { rows } = await world.pool.query<{ sequence: number }>(
      'SELECT sequence FROM timeline_event WHERE command_id = $1 ORDER BY sequence',
      [commandId],
    );
    return rows.map(({ sequence }) => sequence);
  }

  it('answers the client that waits when the worker dies after the commit, and has the event once', async () => {
    world.failPoint.arm();
    const answer = give(europolMessage({ direction: 'out', replyWithinDays: 5 }));
    expect(await world.failPoint.struck(stack)).toBe(true);
    await world.restart(['worker']);
    const { commandId, sequence } = await answer;
    expect(await eventsOf(commandId)).toEqual([sequence]);
    expect(differences(await rowOf(world.pool, reference), await workflowOf(world.client, reference))).toEqual([]);
  });

  it('heals within 30 s when worker, server and API die after the commit and nobody repeats the command', async () => {
    const before = await rowOf(world.pool, reference);
    const healed = await orphan({
      world,
      ledger: new Ledger(),
      references: [reference],
      orphaned: new Set(),
      bearer,
      downMs: 0,
      signal: new AbortController().signal,
    });
    expect(healed).toMatchObject({ reference, differing: '' });
    expect(healed?.healedAfter).toBeLessThan(HEALS_WITHIN_SECONDS);
    const after = await rowOf(world.pool, reference);
    expect(after.sequence).toBe(before.sequence + 1);
    expect(after.nextDueAt).not.toBe(before.nextDueAt);
  });

  it('answers a command that is in flight when the API is told to stop', async () => {
    const { answer, stopped } = await whileHeld(world.pool, reference, async () => {
      const waiting = once(europolMessage({ direction: 'in' }));
      await eventually('the command that waits for the row', async () => {
        const { rowCount } = await world.pool.query(
          `SELECT FROM pg_locks waiting JOIN pg_locks held USING (pid) JOIN pg_database d ON d.oid = held.database
           WHERE NOT waiting.granted AND d.datname = current_database() AND held.relation = 'operation'::regclass`,
        );
        return rowCount;
      });
      const stopping = stack.supervisor.stop('api');
      await eventually('the API that takes no more', () =>
        fetch(`${stack.urls.api}/healthz`).then(
          () => false,
          () => true,
        ),
      );
      return { answer: waiting, stopped: stopping };
    });
    const { status, body } = await answer;
    expect(status).toBe(200);
    await stopped;
    expect(await eventsOf(body.commandId)).toEqual([body.sequence]);
    await world.restart(['api']);
  });

  /** Sent once and never repeated. */
  async function once({ by, command, body }: Act): Promise<{ status: number; body: CommandAnswer }> {
    const response = await fetch(`${stack.urls.api}/api/v1/operations/${reference}/commands/${command}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await bearer(by)}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as CommandAnswer };
  }
});
