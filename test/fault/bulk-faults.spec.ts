import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { bulkAct, bulkView, type BulkItem, type BulkView } from '../../apps/api/bulk/bulk.schema';
import { ApiClient } from '../../apps/cli/api/api-client';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import type { Stack } from '../../platform/embedded/stack';
import { inLanes } from '../../platform/lanes';
import { handlerConnection } from '../../platform/queues/queue';
import type { World } from '../chaos/world';
import { startFaultWorld } from '../support/fault-world';
import { eventually, REFERRAL } from '../support/stack';

jest.setTimeout(180_000);

const OPERATIONS = 200;
/** Every so many operations, the command is refused. */
const REFUSING = 10;
const TEAM = { person: 'intelligence-analyst-norfolk', role: 'intelligence-analyst' };

describe('a bulk act', () => {
  let close: () => Promise<void>;
  let stack: Stack;
  let world: World;
  let redis: Redis;
  let api: ApiClient;
  let authorization: string;
  let references: readonly string[];

  beforeAll(async () => {
    ({ stack, world, close } = await startFaultWorld('before-outcome'));
    redis = handlerConnection(stack.urls.redis);
    const officer = new SignedIn(stack.urls.issuer, 'tasking-officer-norfolk');
    authorization = `Bearer ${await officer.token()}`;
    api = new ApiClient(stack.urls.api, officer);
    references = await opened();
  });

  afterAll(async () => {
    redis?.disconnect();
    await close?.();
  });

  async function opened(): Promise<readonly string[]> {
    const found: string[] = [];
    await inLanes(numbers(OPERATIONS), 8, async (nth) => {
      const { reference } = (await api.open<{ reference: string }>(REFERRAL)).body;
      if (nth % REFUSING === 0) await api.command(reference, 'assignTeam', TEAM);
      found[nth] = reference;
    });
    return found;
  }

  async function start(): Promise<string> {
    const response = await fetch(`${stack.urls.api}/api/v1/bulk`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ command: 'assignTeam', body: TEAM, operations: references, reason: 'Invented.' }),
    });
    return bulkAct.parse(await response.json()).id;
  }

  const read = async (path: string) => bulkView.parse((await api.get(path)).body);
  const settled = (id: string, atLeast: number) =>
    eventually(
      `${atLeast} outcomes`,
      async () => {
        const { counts } = await read(`/api/v1/bulk/${id}?limit=1`);
        return OPERATIONS - counts.waiting >= atLeast && counts;
      },
      60,
    );

  async function items(id: string): Promise<readonly BulkItem[]> {
    const found: BulkItem[] = [];
    for (let next: string | null = `/api/v1/bulk/${id}?limit=100`; next !== null;) {
      const view: BulkView = await read(next);
      found.push(...view.items);
      next = view.next;
    }
    return found;
  }

  it('reaches each operation exactly once though its process is killed, twice, and the queue is lost', async () => {
    const id = await start();

    await settled(id, 50);
    world.failPoint.arm();
    expect(await world.failPoint.struck(stack)).toBe(true);
    // The worst moment: an operation has the command, or has refused it, and nothing says so.
    const stopped = await read(`/api/v1/bulk/${id}?limit=1`);
    expect(stopped).toMatchObject({ state: 'running', endedAt: null });
    expect(stopped.counts.waiting).toBeGreaterThan(0);
    await world.restart(['jobs']);

    await settled(id, 120);
    await stack.kill('jobs');
    await redis.flushall();
    expect((await read(`/api/v1/bulk/${id}?limit=1`)).counts.waiting).toBeGreaterThan(0);
    await world.restart(['jobs']);

    const { state, counts } = await eventually(
      'the end of the bulk act',
      async () => {
        const view = await read(`/api/v1/bulk/${id}?limit=1`);
        return view.endedAt !== null && view;
      },
      60,
    );
    const refusing = OPERATIONS / REFUSING;
    expect(state).toBe('done');
    expect(counts).toEqual({ waiting: 0, done: OPERATIONS - refusing, refused: refusing, failed: 0, cancelled: 0 });

    const outcomes = await items(id);
    expect(outcomes.map(({ reference }) => reference)).toEqual(references);
    const { rows } = await world.pool.query<{ operation: string; sequences: number[]; mine: number[] }>(
      `SELECT operation, array_agg(sequence ORDER BY sequence) AS sequences,
              coalesce(array_agg(sequence) FILTER (WHERE command_id = $1), '{}') AS mine
       FROM timeline_event WHERE operation = ANY($2) AND event_type = 'teamAssigned' GROUP BY operation`,
      [id, references],
    );
    const timelines = new Map(rows.map((row) => [row.operation, row]));
    for (const [nth, { reference, status, sequence, problem }] of outcomes.entries()) {
      const { sequences, mine } = timelines.get(reference) ?? {};
      // On each timeline the team was assigned once: by this act, or before it, and then this act was refused.
      expect({ reference, sequences }).toEqual({ reference, sequences: [2] });
      if (nth % REFUSING === 0) {
        expect({ reference, status, mine }).toEqual({ reference, status: 'refused', mine: [] });
        expect(problem?.blockers).toMatchObject([{ code: 'already-assigned' }]);
      } else
        expect({ reference, status, sequence, mine }).toEqual({ reference, status: 'done', sequence: 2, mine: [2] });
    }
  });
});

async function* numbers(count: number): AsyncGenerator<number> {
  for (let nth = 0; nth < count; nth++) yield nth;
}
