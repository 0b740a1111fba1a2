import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../apps/cli/api/api-client';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import type { Stack } from '../../platform/embedded/stack';
import { sleep } from '../../platform/embedded/wait';
import type { Service } from '../chaos/plan';
import type { World } from '../chaos/world';
import { startFaultWorld } from '../support/fault-world';
import { Receiver } from '../support/receiver';
import { eventually, REFERRAL } from '../support/stack';

jest.setTimeout(180_000);

const OPENED = 60;
/** After every so many opened, one of these is killed. */
const EVERY = 12;
const KILLED: readonly Service[] = ['jobs', 'redis', 'postgres', 'jobs'];
/** Messages that may be on their way at once, and whose answers die with their process. */
const AT_ONCE = 8;

describe('webhooks', () => {
  let close: () => Promise<void>;
  let stack: Stack;
  let world: World;
  let receiver: Receiver;
  beforeAll(async () => {
    ({ stack, world, close } = await startFaultWorld('after-record'));
    receiver = await Receiver.start();
  });
  afterAll(() => Promise.all([close?.(), receiver?.close()]));

  it('tell of every event, and of none again that was taken, though jobs, Redis and PostgreSQL are killed', async () => {
    const as = (person: 'administrator-ersou' | 'tasking-officer-norfolk') =>
      new ApiClient(stack.urls.api, new SignedIn(stack.urls.issuer, person));
    const hook = {
      title: 'Invented',
      url: receiver.url('/all'),
      types: ['referralOpened'],
      force: 'norfolk',
      stages: ['referral'],
    };
    expect((await as('administrator-ersou').post('/api/v1/webhooks', hook)).status).toBe(201);
    receiver.answers.set(
      '/all',
      Array.from({ length: OPENED }, (_, nth) => (nth % 3 === 0 ? 500 : 200)),
    );
    const tasking = as('tasking-officer-norfolk');
    const opened = new Set<string>();
    const kills = [...KILLED];
    while (opened.size < OPENED) {
      const { body } = await tasking.open<{ reference: string }>(REFERRAL, { idempotencyKey: randomUUID() });
      opened.add(body.reference);
      const service = opened.size % EVERY === 0 ? kills.shift() : undefined;
      if (service) {
        await world.kill([service]);
        await sleep(300);
        await world.restart([service]);
      }
    }
    await eventually(
      'every message to be taken',
      async () => {
        const { rows } = await world.pool.query<{ left: number }>(
          `SELECT (SELECT count(*) FROM outbox)::integer + count(*) FILTER (WHERE status <> 'delivered')::integer
                  + ($1 - count(*))::integer AS left FROM webhook_delivery`,
          [OPENED],
        );
        return rows[0]?.left === 0;
      },
      120,
    );
    const taken = receiver.at('/all');
    const told = new Set(taken.map(({ body }) => (JSON.parse(body) as { data: { reference: string } }).data.reference));
    expect(told).toEqual(opened);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(OPENED);
    // A third was refused once; what was taken as its process died is sent again, and nothing else.
    expect(taken.length).toBeLessThanOrEqual(OPENED + OPENED / 3 + KILLED.length * AT_ONCE);
    const before = taken.length;
    await sleep(3_000);
    expect(receiver.at('/all')).toHaveLength(before);
  });
});
