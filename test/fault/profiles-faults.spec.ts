import { mkdtempSync, createReadStream, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { ApiClient } from '../../apps/cli/api/api-client';
import { saveSuggestedMapping } from '../../apps/cli/api/imports';
import type { ForceImport } from '../../apps/api/profiles/imports.schema';
import type { ProfileRun } from '../../apps/api/profiles/runs.schema';
import { RFG_DEFAULT } from '../../domain/profiles/score';
import type { PersonId } from '../../platform/embedded/identity/people';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import { scratchDatabase } from '../../platform/embedded/scratch-database';
import type { Stack } from '../../platform/embedded/stack';
import { sleep } from '../../platform/embedded/wait';
import { importFile } from '../../platform/profiles/import';
import { makeRun } from '../../platform/profiles/run';
import { generateForceData, type ForceData } from '../../samples/force-data/generate';
import type { Service } from '../chaos/plan';
import type { World } from '../chaos/world';
import { startFaultWorld } from '../support/fault-world';
import { eventually } from '../support/stack';

jest.setTimeout(300_000);

const RECORDS = 150_000;
const PROFILES = '/api/v1/profiles';

/** What was taken in, who is who, and how they rank, without the numbers that a database gives. */
const CONTENT = `
  WITH record AS (
    SELECT i.force || ':' || r.line AS key, md5((to_jsonb(r) - 'import')::text) AS content FROM force_record r JOIN force_import i ON i.nth = r.import),
  member AS (
    SELECT i.force || ':' || ri.line AS key, m.person FROM record_identity ri JOIN force_import i ON i.nth = ri.import JOIN person_member m USING (identity)),
  person AS (SELECT person, min(key) AS name FROM member GROUP BY person)
  SELECT (SELECT count(*)::integer FROM record) AS records,
    (SELECT md5(string_agg(key || content, ',' ORDER BY key)) FROM record) AS content,
    (SELECT md5(string_agg(key || name, ',' ORDER BY key)) FROM member JOIN person USING (person)) AS people,
    (SELECT md5(string_agg(concat_ws(' ', role, area, scope, rank, name, score, events, harm, forces), ',' ORDER BY role, area, scope, rank))
     FROM profile_rank JOIN person USING (person)) AS ranks`;

describe('force data and profiles', () => {
  let close: () => Promise<void>;
  let stack: Stack;
  let world: World;
  let data: ForceData;
  const folder = mkdtempSync(join(tmpdir(), 'waymark-force-data-'));
  beforeAll(async () => {
    ({ stack, world, close } = await startFaultWorld('after-record'));
    data = await generateForceData(folder, RECORDS, 7);
  });
  afterAll(async () => {
    await close?.();
    rmSync(folder, { recursive: true, force: true });
  });

  const as = (person: PersonId) => new ApiClient(stack.urls.api, new SignedIn(stack.urls.issuer, person));
  const keeperOf = (force: string) =>
    as(
      force === 'west-mercia' || force === 'warwickshire'
        ? `intelligence-analyst-${force}`
        : 'intelligence-analyst-ersou',
    );
  const killed = async (...services: Service[]) => {
    await world.kill(services);
    await sleep(300);
    await world.restart(services);
  };
  /** Of all there is, by a connection that waits for it. */
  const content = async (connectionString: string) => {
    const pool = new Pool({ connectionString, max: 1 });
    try {
      await pool.query('ANALYZE');
      return (await pool.query<Record<string, unknown>>(CONTENT)).rows[0];
    } finally {
      await pool.end();
    }
  };

  it('end as if undisturbed, though jobs, Redis and PostgreSQL are killed amid import and linkage', async () => {
    for (const [force, path] of Object.entries(data.files)) {
      await saveSuggestedMapping(keeperOf(force), force, path);
      const made = await handIn(keeperOf(force), force, path);
      const kill = ({ essex: ['jobs'], kent: ['postgres'], hertfordshire: ['redis'] } as Record<string, Service[]>)[
        force
      ];
      if (kill) {
        await eventually('it is being read', async () => (await stateOf(made.id)) !== 'waiting');
        await killed(...kill);
      }
    }
    await eventually(
      'all are in',
      async () => (await world.pool.query("SELECT FROM force_import WHERE state = 'loaded'")).rowCount === 9,
      120,
    );
    const analyst = as('intelligence-analyst-ersou');
    const { body } = await analyst.post<ProfileRun>(`${PROFILES}/runs`, { asOf: data.until });
    for (const [step, ...kill] of [
      ['compares who may be one person', 'postgres'],
      ['puts people together', 'redis', 'jobs'],
    ] as const) {
      await eventually(step, async () => (await stepOf()) === step, 60);
      await killed(...kill);
    }
    await eventually(
      'it is done',
      async () => (await analyst.get<ProfileRun>(`${PROFILES}/runs/${body.id}`)).body.state === 'done',
      120,
    );
    expect(await content(stack.urls.database.owner)).toEqual(await undisturbed());
  });

  async function handIn(client: ApiClient, force: string, path: string): Promise<ForceImport> {
    const { openAsBlob } = await import('node:fs');
    const { status, body } = await client.upload<ForceImport>(
      `${PROFILES}/imports`,
      await openAsBlob(path),
      `${force}.csv`,
      { force },
    );
    expect(status).toBe(202);
    return body;
  }
  const stateOf = async (id: string) =>
    (await world.pool.query<{ state: string }>('SELECT state FROM force_import WHERE id = $1', [id])).rows[0]?.state;
  const stepOf = async () => (await world.pool.query<{ step: string }>('SELECT step FROM profile_run')).rows[0]?.step;

  /** The same files, one after the other, in a database of their own. */
  async function undisturbed() {
    const database = await scratchDatabase(stack.urls.database);
    const [owner, jobs] = [
      new Pool({ connectionString: database.urls.owner }),
      new Pool({ connectionString: database.urls.jobs }),
    ];
    try {
      const mappings = await world.pool.query<{ force: string; mapping: object }>(
        'SELECT force, mapping FROM force_mapping',
      );
      for (const { force, mapping } of mappings.rows) {
        await owner.query(
          `INSERT INTO force_import (id, force, name, sha256, bytes, mapping, fingerprint, made_by) VALUES ($1, $1, $1, $1, 1, $2, '', 'x')`,
          [force, mapping],
        );
        expect(
          await importFile(jobs, force, () => Promise.resolve(createReadStream(data.files[force] as string))),
        ).toBe(true);
      }
      await owner.query(
        `INSERT INTO profile_run (id, model, as_of, fingerprint, made_by) VALUES ('run', $1, $2, '', 'x')`,
        [JSON.stringify(RFG_DEFAULT), data.until],
      );
      await makeRun(jobs, 'run');
      return await content(database.urls.owner);
    } finally {
      await Promise.all([owner.end(), jobs.end()]);
      await database.drop();
    }
  }
});
