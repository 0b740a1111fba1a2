import { createPublicKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiClient } from '../../apps/cli/api/api-client';
import { ACCESS_CHECKPOINT_FILE } from '../../platform/access-log/seal';
import { verifyAccessLog } from '../../platform/access-log/verify-access-log';
import { createPool } from '../../platform/database/pool';
import type { PersonId } from '../../platform/embedded/identity/people';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import type { Stack } from '../../platform/embedded/stack';
import { sleep } from '../../platform/embedded/wait';
import type { Service } from '../chaos/plan';
import type { World } from '../chaos/world';
import { startFaultWorld } from '../support/fault-world';
import { eventually, REFERRAL } from '../support/stack';

jest.setTimeout(300_000);

const READS = 1_000;
/** After so many answered reads each, one of these is killed. */
const EVERY = 110;
const KILLED: readonly Service[] = ['api', 'postgres', 'jobs', 'redis', 'postgres', 'api', 'jobs', 'postgres'];
const READERS: readonly PersonId[] = [
  'tasking-officer-norfolk',
  'senior-investigator-norfolk',
  'intelligence-analyst-norfolk',
  'supervisor-norfolk',
];

/** A read that was answered with 200. */
interface Answered {
  readonly request: string;
  readonly person: string;
  readonly path: string;
}

describe('the access log', () => {
  let close: () => Promise<void>;
  let stack: Stack;
  let world: World;
  let reference: string;
  const answered: Answered[] = [];
  let unanswered = 0;

  beforeAll(async () => {
    ({ stack, world, close } = await startFaultWorld('after-record'));
    const api = new ApiClient(stack.urls.api, new SignedIn(stack.urls.issuer, 'tasking-officer-norfolk'));
    ({ reference } = (await api.open<{ reference: string }>(REFERRAL)).body);
  });
  afterAll(() => close?.());

  const paths = () =>
    ['', '?limit=5', `/${reference}`, `/${reference}/timeline`, `/${reference}/actions`].map(
      (path) => `/api/v1/operations${path}`,
    );

  /** Reads and reads, whatever is there to answer, until enough was answered. */
  async function read(person: PersonId): Promise<void> {
    const session = new SignedIn(stack.urls.issuer, person);
    for (let nth = 0; answered.length < READS; nth++) {
      const path = paths()[nth % paths().length] as string;
      const request = randomUUID();
      const headers = { authorization: `Bearer ${await session.token()}`, 'x-request-id': request };
      const status = await fetch(`${stack.urls.api}${path}`, { headers }).then(
        async (response) => {
          await response.text();
          return response.status;
        },
        () => 0,
      );
      if (status === 200) answered.push({ request, person, path });
      else {
        unanswered += 1;
        await sleep(50);
      }
    }
  }

  async function kill(): Promise<void> {
    for (const [nth, service] of KILLED.entries()) {
      await eventually(`${(nth + 1) * EVERY} reads`, async () => answered.length >= (nth + 1) * EVERY, 120);
      await world.kill([service]);
      await sleep(300);
      await world.restart([service]);
    }
  }

  it('has every read that was answered, and verifies, though everything under it is killed in turn', async () => {
    await Promise.all([kill(), ...READERS.flatMap((person) => [read(person), read(person)])]);
    expect(unanswered).toBeGreaterThan(0);

    const { rows } = await world.pool.query<{ request: string; person: string }>(
      `SELECT request, person FROM access_log WHERE request = ANY($1) AND outcome = 'answered'`,
      [answered.map(({ request }) => request)],
    );
    const logged = new Set(rows.map(({ request, person }) => `${person} ${request}`));
    expect(answered.filter(({ person, request }) => !logged.has(`${person} ${request}`))).toEqual([]);
    expect(answered.length).toBeGreaterThanOrEqual(READS);

    const pool = createPool(stack.urls.database.jobs, { name: 'test', max: 1 });
    try {
      const source = {
        file: join(stack.at.checkpoints, ACCESS_CHECKPOINT_FILE),
        key: createPublicKey(readFileSync(stack.secrets.checkpointKeyFile, 'utf8')),
      };
      const said: string[] = [];
      const sealed = async () => {
        said.length = 0;
        const found = await verifyAccessLog(pool, source, (line) => said.push(line));
        return found.sealed === found.accesses && found;
      };
      // A round of sealing that finds the database away waits longer each time.
      const totals = await eventually('all of it to be sealed', sealed, 90);
      expect(said).toEqual([]);
      expect(totals.accesses).toBeGreaterThanOrEqual(READS);
    } finally {
      await pool.end();
    }
  });
});
