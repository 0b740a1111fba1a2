import { logAccesses } from '../../support/access';
import { OwnDatabase } from '../../support/own-database';

const CHANGES = {
  UPDATE: "UPDATE access_log SET person = 'someone-else'",
  DELETE: 'DELETE FROM access_log',
  TRUNCATE: 'TRUNCATE access_log',
  'UPDATE of places': 'UPDATE access_log_place SET access = access + 1',
  'DELETE of places': 'DELETE FROM access_log_place',
  'TRUNCATE of places': 'TRUNCATE access_log_place',
};
const ROLES = ['owner', 'api', 'worker', 'jobs', 'superuser'] as const;

describe('the access log is append-only', () => {
  let database: OwnDatabase;

  beforeAll(async () => {
    database = await OwnDatabase.create();
    await logAccesses(database.as.api, {});
    await database.as.jobs.query('SELECT place_accesses(10)');
  });
  afterAll(() => database.drop());

  const refusals = ROLES.flatMap((role) => Object.entries(CHANGES).map(([verb, sql]) => ({ role, verb, sql })));
  it.each(refusals)('refuses $verb to $role', async ({ role, sql }) => {
    await expect(database.as[role].query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['api', 'worker', 'jobs'] as const)(
    'lets %s write by no other way than the logging function',
    async (role) => {
      for (const table of ['access_log (person)', 'access_log_place (place)', 'access_log_waiting (access)'])
        await expect(database.as[role].query(`INSERT INTO ${table} VALUES (1)`)).rejects.toMatchObject({
          code: '42501',
        });
    },
  );

  it.each(['worker', 'jobs'] as const)('lets %s write nothing at all', async (role) => {
    await expect(logAccesses(database.as[role], {})).rejects.toMatchObject({ code: '42501' });
  });

  it('shows nothing to the API unless it says for which supervisor, and nothing to the worker', async () => {
    const count = 'SELECT count(*)::integer AS accesses FROM access_log';
    expect((await database.as.api.query(count)).rows).toEqual([{ accesses: 0 }]);
    await expect(database.as.worker.query(count)).rejects.toMatchObject({ code: '42501' });
  });

  it('has it all as before after that', async () => {
    const { rows } = await database.as.jobs.query(
      'SELECT l.person, p.place::integer FROM access_log l JOIN access_log_place p ON p.access = l.id',
    );
    expect(rows).toEqual([{ person: 'intelligence-analyst-norfolk', place: 1 }]);
  });
});
