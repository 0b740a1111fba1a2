import fc from 'fast-check';
import type { Pool } from 'pg';
import { FORCES, ROLES, type Actor } from '../../../domain/access/actor';
import { GRANTS, maySee, type NamedPerson } from '../../../domain/access/need-to-know';
import { challenging, remitOf, type Remit } from '../../../domain/access/remit';
import { MARKINGS, STAGES, type Marking, type Stage } from '../../../domain/operation/codes';
import { readAs, readingAs } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { currentOperation } from '../../../platform/timeline/current';
import { worklistSql } from '../../../apps/api/operations/worklist.sql';
import { OwnDatabase } from '../../support/own-database';

const PEOPLE = ['ann', 'bea', 'cyd'] as const;
const SOON = new Date(Date.now() + 3_600_000).toISOString();
const PAST = '2020-01-01T00:00:00.000Z';

interface Made {
  readonly stage: Stage;
  readonly leadForce: string;
  readonly marking: Marking | null;
  readonly named: readonly NamedPerson[];
}

const operation: fc.Arbitrary<Made> = fc.record({
  stage: fc.constantFrom(...STAGES),
  leadForce: fc.constantFrom('norfolk', 'kent', 'lincolnshire'),
  marking: fc.constantFrom(null, ...MARKINGS),
  named: fc.array(
    fc.record({
      person: fc.constantFrom(...PEOPLE),
      grant: fc.constantFrom(...GRANTS),
      until: fc.constantFrom(null, SOON, PAST),
    }),
    { maxLength: 3 },
  ),
});
const actor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom(...PEOPLE),
  roles: fc.subarray([...ROLES], { maxLength: 2 }),
  force: fc.constantFrom('norfolk', 'kent', 'ersou', ...FORCES),
  clearance: fc.constantFrom('OFFICIAL', 'SECRET', 'TOP SECRET'),
});

describe('need-to-know in the database', () => {
  let database: OwnDatabase;
  let operations: readonly (Made & { reference: string })[];
  beforeAll(async () => {
    database = await OwnDatabase.create();
    operations = fc
      .sample(operation, { numRuns: 400, seed: 5 })
      .map((made, nth) => ({ ...made, reference: `OP-MADE-${nth}` }));
    await database.as.owner.query(
      `INSERT INTO operation (reference, sequence, head_hash, brief, state_sequence, fold_version, state, opened_at, updated_at)
       SELECT value ->> 'reference', 1, '', value, 1, 4, '{"sequence": 1}', now(), now() - nth * interval '1 minute'
       FROM jsonb_array_elements($1) WITH ORDINALITY AS made (value, nth)`,
      [JSON.stringify(operations)],
    );
    await database.as.owner.query(
      `INSERT INTO timeline_event (operation, sequence, event_type, event_version, happened_at, occurred_at, actor, command_id,
                                   index, payload, previous_hash, hash)
       SELECT reference, 1, 'referralOpened', 1, now(), now(), 'ann', reference, 0, '{}', '', '' FROM operation`,
    );
    await database.as.owner.query(
      `INSERT INTO text_record (operation, id, salt, text, restriction)
       SELECT reference, kind, 'salt', 'Invented', nullif(kind, 'open') FROM operation, unnest(ARRAY['open', 'victim-identity']) kind`,
    );
  });
  afterAll(() => database.drop());

  const references = async (query: Promise<{ rows: { reference: string }[] }>) =>
    (await query).rows.map(({ reference }) => reference).sort();
  const seen = (remit: Remit) =>
    operations
      .filter((one) => maySee(remit, one, new Date().toISOString()))
      .map(({ reference }) => reference)
      .sort();
  const remit = fc.oneof(actor.map(remitOf), actor.map(challenging));

  it('shows by row-level security alone just what the rule says, of operations, timelines, commands and texts', async () => {
    await fc.assert(
      fc.asyncProperty(remit, async (given) => {
        const expected = seen(given);
        const found = await readingAs(database.as.api, given, async (reader) => ({
          operations: await references(reader.query('SELECT reference FROM operation')),
          events: await references(reader.query('SELECT operation AS reference FROM timeline_event')),
          texts: await references(reader.query('SELECT operation AS reference FROM text_record')),
        }));
        expect(found).toEqual({ operations: expected, events: expected, texts: expected });
      }),
      { numRuns: 150 },
    );
  });

  it('shows by the condition of a query alone just what the rule says', async () => {
    // The auditor sees every row: nothing but the condition holds anything back.
    await database.as.superuser.query('GRANT EXECUTE ON FUNCTION read_as TO waymark_auditor');
    await fc.assert(
      fc.asyncProperty(remit, async (given) => {
        const found = await readingAs(database.as.auditor, given, (reader) => {
          const values: unknown[] = [];
          return references(
            reader.query(`SELECT reference FROM operation WHERE ${seenBy(reader, placing(values))}`, values),
          );
        });
        expect(found).toEqual(seen(given));
      }),
      { numRuns: 150 },
    );
  });

  it('lists just that, each once, the last changed first, by either wall alone', async () => {
    const query = { limit: 400 } as Parameters<typeof worklistSql>[1];
    await fc.assert(
      fc.asyncProperty(actor.map(remitOf), async (given) => {
        for (const pool of [database.as.auditor, database.as.api]) {
          const rows = await readingAs(
            pool,
            given,
            async (reader) => (await reader.query(worklistSql(reader, query))).rows,
          );
          const listed = (rows as { reference: string; updatedAt: string }[]).map(({ reference }) => reference);
          expect([...listed].sort()).toEqual(seen(given));
          const times = (rows as { updatedAt: string }[]).map(({ updatedAt }) => updatedAt);
          expect(times).toEqual(times.toSorted().reverse());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads one operation for all kinds of readers over the same connections', async () => {
    const nowhere = 'OP-NONE-1';
    await fc.assert(
      fc.asyncProperty(remit, async (given) => {
        expect(await readingAs(database.as.api, given, (reader) => currentOperation(reader, nowhere))).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('shows a restricted text to those who hold its permission', async () => {
    const supervisor: Actor = { id: 'x', roles: ['supervisor'], force: 'norfolk', permissions: ['victim-identity'] };
    const kinds = (who: Actor) =>
      readingAs(database.as.api, remitOf(who), (reader) =>
        references(reader.query('SELECT DISTINCT id AS reference FROM text_record')),
      );
    expect(await kinds(supervisor)).toEqual(['open', 'victim-identity']);
    expect(await kinds({ ...supervisor, permissions: [] })).toEqual(['open']);
  });

  const everything = async (pool: Pool, begin: string) => {
    const connection = await pool.connect();
    try {
      await connection.query(begin);
      const counts: number[] = [];
      for (const table of ['operation', 'timeline_event', 'text_record', 'recorded_command', 'feed', 'inbox_item'])
        counts.push((await connection.query(`SELECT FROM ${table}`)).rowCount ?? 0);
      return counts;
    } finally {
      await connection.query('ROLLBACK');
      connection.release();
    }
  };

  it('shows nothing to the API where it does not say for whom it reads, also after it has said so once', async () => {
    const nothing = [0, 0, 0, 0, 0, 0];
    const single = database.as.api;
    expect(await everything(single, 'BEGIN')).toEqual(nothing);
    const supervisor = remitOf({ id: 'x', roles: ['supervisor'], force: 'norfolk' });
    expect((await everything(single, `BEGIN; ${readAs(supervisor)}`))[0]).toBeGreaterThan(0);
    for (let connection = 0; connection < 10; connection++) expect(await everything(single, 'BEGIN')).toEqual(nothing);
  });

  it('shows nothing in the context of somebody who may see nothing', async () => {
    const stranger = remitOf({ id: 'stranger', roles: ['intelligence-analyst'], force: 'ersou-north' });
    expect(await everything(database.as.api, `BEGIN; ${readAs(stranger)}`)).toEqual([0, 0, 0, 0, 0, 0]);
    const administrator = remitOf({ id: 'keeper', roles: ['administrator'], force: 'norfolk' });
    expect(await everything(database.as.api, `BEGIN; ${readAs(administrator)}`)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is no setting of the role’s own, and cannot be switched off by it', async () => {
    await expect(database.as.api.query('ALTER TABLE operation DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/owner/);
    await expect(database.as.api.query('SET row_security = off; SELECT FROM operation')).rejects.toThrow(
      /row-level security/,
    );
    const { rows } = await database.as.superuser.query(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'waymark%' AND (rolbypassrls OR rolsuper)`,
    );
    expect(rows).toEqual([]);
  });

  it('follows the people whom an operation names, whoever writes its row', async () => {
    await database.as.owner.query(
      `UPDATE operation SET brief = brief || '{"named": [{"person": "dot", "grant": "specific", "until": null}]}' WHERE reference = 'OP-MADE-0'`,
    );
    const { rows } = await database.as.owner.query(
      `SELECT person, "grant" FROM operation_person WHERE operation = 'OP-MADE-0'`,
    );
    expect(rows).toEqual([{ person: 'dot', grant: 'specific' }]);
    for (const role of ['api', 'worker', 'jobs'] as const)
      await expect(database.as[role].query('DELETE FROM operation_person')).rejects.toMatchObject({ code: '42501' });
  });
});
