import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';

const CHANGES = {
  UPDATE: "UPDATE timeline_event SET actor = 'someone-else'",
  DELETE: 'DELETE FROM timeline_event',
  TRUNCATE: 'TRUNCATE timeline_event',
};
const ROLES = ['owner', 'api', 'worker', 'jobs', 'auditor', 'superuser'] as const;

describe('the timeline is append-only', () => {
  let database: OwnDatabase;

  beforeAll(async () => {
    database = await OwnDatabase.create();
    await BareOperation.open(database.recording);
  });
  afterAll(() => database.drop());

  const refusals = ROLES.flatMap((role) => Object.entries(CHANGES).map(([verb, sql]) => ({ role, verb, sql })));
  it.each(refusals)('refuses $verb to $role', async ({ role, sql }) => {
    await expect(database.as[role].query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['api', 'worker', 'jobs', 'auditor'] as const)(
    'lets %s append by no other way than the recording function',
    async (role) => {
      await expect(
        database.as[role].query("INSERT INTO timeline_event (operation) VALUES ('OP-2026-000001')"),
      ).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('has it all as before after that', async () => {
    const { rows } = await database.as.auditor.query('SELECT count(*)::integer AS events FROM timeline_event');
    expect(rows).toEqual([{ events: 1 }]);
  });
});
