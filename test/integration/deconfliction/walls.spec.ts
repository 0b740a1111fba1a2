import type { Actor } from '../../../domain/access/actor';
import { remitOf } from '../../../domain/access/remit';
import { readingAs } from '../../../platform/access/reading';
import { indexOperation } from '../../../platform/deconfliction/indexing';
import { OwnDatabase } from '../../support/own-database';
import { ToldOperation } from '../../support/told-operation';

const OFFICER: Actor = { id: 'somebody', roles: ['tasking-officer'], force: 'kent' };
const FOUND = ['{}', '{}', '{}', '{}', '{phone:+447700900123}', 10];

describe('the index of de-confliction in the database', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await OwnDatabase.create();
    const told = await ToldOperation.opened(database.recording, '2026-01-05');
    await database.as.owner.query(
      `INSERT INTO identity (operation, holder, names, sounds, births, marks)
       SELECT reference, 'S1', '{anna nowak}', '{1}', '{1990-01-01}', '{phone:+447700900123,document:1}' FROM operation`,
    );
    void told;
  });
  afterAll(() => database.drop());

  it('finds nothing for the API unless it says who asks', async () => {
    const { rows } = await database.as.api.query('SELECT * FROM deconflict($1, $2, $3, $4, $5, $6)', FOUND);
    expect(rows).toEqual([]);
  });

  it('tells the API of what its reader does not see no operation, and no mark that was not sought', async () => {
    const { found, seen } = await readingAs(database.as.api, remitOf(OFFICER), async (reader) => ({
      found: (await reader.query('SELECT * FROM deconflict($1, $2, $3, $4, $5, $6)', FOUND)).rows as object[],
      seen: (await reader.query('SELECT id FROM identity')).rows,
    }));
    expect(found).toEqual([
      {
        id: expect.any(String) as string,
        names: ['anna nowak'],
        births: ['1990-01-01'],
        marks: ['phone:+447700900123'],
      },
    ]);
    expect(seen).toEqual([]);
  });

  it.each([
    ['api', 'SELECT names FROM identity'],
    ['api', 'SELECT * FROM identity_candidates($$ {} $$, $$ {} $$, $$ {} $$, $$ {} $$, $$ {} $$, 1)'],
    ['api', 'INSERT INTO contact_asked VALUES ($$ x $$, 1)'],
    ['worker', 'SELECT id FROM identity'],
    ['jobs', 'SELECT * FROM contact_request'],
    ['jobs', 'DELETE FROM identity'],
  ] as const)('refuses %s: %s', async (role, statement) => {
    await expect(database.as[role].query(statement)).rejects.toThrow(/permission denied/);
  });

  it.each(['match_decision', 'contact_request', 'contact_asked', 'contact_answer'])(
    'lets nobody change or remove a row of %s',
    async (table) => {
      const { rows } = await database.as.superuser.query<{ events: string[] }>(
        `SELECT array_agg(DISTINCT event_manipulation::text) AS events FROM information_schema.triggers WHERE event_object_table = $1`,
        [table],
      );
      expect(rows[0]?.events.toSorted()).toEqual(['DELETE', 'UPDATE']);
    },
  );

  it('changes nothing where work is done again out of turn', async () => {
    const { rows } = await database.as.owner.query<{ reference: string }>('SELECT reference FROM operation');
    const reference = rows[0]?.reference ?? '';
    const keep = (sequence: number, name: string) =>
      database.as.jobs.query('SELECT keep_identities($1, $2, $3)', [
        reference,
        sequence,
        JSON.stringify([{ holder: 'S1', names: [name], sounds: [], births: [], marks: [] }]),
      ]);
    await keep(7, 'new');
    await keep(6, 'old');
    const { rows: kept } = await database.as.jobs.query('SELECT names FROM identity WHERE operation = $1', [reference]);
    expect(kept).toEqual([{ names: ['new'] }]);
    await indexOperation(database.as.jobs, 'OP-2020-999999');
  });
});
