import { verifyOperation } from '../../../platform/timeline/verify';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';

describe('verifying one timeline', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await OwnDatabase.create();
  });
  afterAll(() => database.drop());

  const recorded = async () => (await (await BareOperation.open(database.recording)).getGoing()).reference;
  const verify = (reference: string) => verifyOperation(database.as.auditor, reference);

  it('proves what was recorded, with a connection that can only read', async () => {
    const reference = await recorded();
    const { rows } = await database.as.auditor.query<{ hash: string }>(
      `SELECT encode(head_hash, 'hex') AS hash FROM operation WHERE reference = $1`,
      [reference],
    );
    expect(await verify(reference)).toEqual({
      verified: true,
      sequence: 5,
      hash: rows[0]?.hash,
      workflow: 'not-asked',
      problems: [],
    });
  });

  it.each([
    ['who did it', `actor = 'someone-else'`],
    ['when it took place', `happened_at = happened_at - interval '1 day'`],
    ['when it was taken', `occurred_at = occurred_at + interval '1 millisecond'`],
    ['what it was', `payload = '{"person":"another","role":"senior-investigating-officer"}'`],
    ['which command it was', `command_id = 'another'`],
  ])('finds an event that a superuser has altered: %s', async (_, change) => {
    const reference = await recorded();
    await database.tamper(`UPDATE timeline_event SET ${change} WHERE operation = '${reference}' AND sequence = 3`);
    const { verified, problems } = await verify(reference);
    expect(verified).toBe(false);
    expect(problems[0]).toEqual({ sequence: 3, problem: 'does not match its hash: it has been altered' });
  });

  it('finds an altered event whose own hash was made to fit', async () => {
    const reference = await recorded();
    await database.tamper(`
      UPDATE timeline_event SET actor = 'someone-else', hash = sha256(convert_to(concat_ws(E'\\n', sequence, event_type,
        event_version, rfc3339(happened_at), rfc3339(occurred_at), 'someone-else', command_id, index, payload,
        encode(previous_hash, 'hex')), 'UTF8'))
      WHERE operation = '${reference}' AND sequence = 3`);
    expect((await verify(reference)).problems).toContainEqual({
      sequence: 4,
      problem: 'does not follow on from the event before it',
    });
  });

  it('finds an event that is gone, in the middle and at the end', async () => {
    const [middle, end] = [await recorded(), await recorded()];
    await database.tamper(
      `DELETE FROM timeline_event WHERE operation = '${middle}' AND sequence = 3`,
      `DELETE FROM timeline_event WHERE operation = '${end}' AND sequence = 5`,
    );
    expect((await verify(middle)).problems).toContainEqual({ sequence: 3, problem: 'is missing' });
    expect((await verify(end)).problems).toContainEqual({ sequence: 5, problem: 'is missing: the row has come to 5' });
  });

  it('finds an event that readers are shown otherwise than it was recorded', async () => {
    const reference = await recorded();
    // In a transaction that is taken back: the column must go on being generated for the other tests.
    const connection = await database.as.superuser.connect();
    try {
      await connection.query(`
        BEGIN; ALTER TABLE timeline_event DISABLE TRIGGER USER;
        ALTER TABLE timeline_event ALTER COLUMN payload_json DROP EXPRESSION;
        UPDATE timeline_event SET payload_json = '{"person":"another"}' WHERE operation = '${reference}' AND sequence = 3`);
      const inside = { connect: () => Promise.resolve(sameTransaction(connection)) } as never;
      const { problems } = await verifyOperation(inside, reference);
      expect(problems).toContainEqual({ sequence: 3, problem: 'is shown to readers other than it was recorded' });
    } finally {
      await connection.query('ROLLBACK');
      connection.release();
    }
  });

  it('finds a row that says something else than the timeline', async () => {
    const reference = await recorded();
    await database.as.superuser.query(
      `UPDATE operation SET state = jsonb_set(state, '{stage}', '"closed"') WHERE reference = $1`,
      [reference],
    );
    expect((await verify(reference)).problems).toEqual([
      { sequence: 5, problem: 'the row differs from what is recorded: stage' },
    ]);
  });

  it('leaves a snapshot of an earlier shape alone: it is folded anew', async () => {
    const reference = await recorded();
    await database.as.superuser.query(
      `UPDATE operation SET fold_version = 0, state = jsonb_set(state, '{stage}', '"closed"') WHERE reference = $1`,
      [reference],
    );
    expect(await verify(reference)).toMatchObject({ verified: true });
  });

  it('finds an altered text, and one that is gone without having been erased', async () => {
    const reference = await recorded();
    await database.as.superuser.query(
      `UPDATE text_record SET text = 'Other words.' WHERE operation = $1 AND text = 'Invented purpose.'`,
      [reference],
    );
    expect((await verify(reference)).problems).toEqual([
      { sequence: 5, problem: expect.stringContaining('is not the one that was recorded') as string },
    ]);
    await database.as.superuser.query('DELETE FROM text_record WHERE operation = $1', [reference]);
    expect((await verify(reference)).problems).toMatchObject([{ sequence: 1 }, { sequence: 5 }]);
  });

  it('stays proved when a text has been erased (DPA 2018 s.47)', async () => {
    const reference = await recorded();
    await database.as.superuser.query(
      'UPDATE text_record SET text = NULL, salt = NULL, erased_at = now() WHERE operation = $1',
      [reference],
    );
    expect(await verify(reference)).toMatchObject({ verified: true, problems: [] });
  });

  it('says so where there is nothing', async () => {
    expect(await verify('OP-1900-000001')).toMatchObject({
      verified: false,
      sequence: 0,
      problems: [{ sequence: 0, problem: 'there is no such operation' }],
    });
  });

  it('proves a timeline of several pages', async () => {
    const operation = await BareOperation.open(database.recording);
    for (let n = 0; n < 505; n++)
      await operation.does({ id: 'tasking', roles: ['tasking-officer'], force: 'norfolk' }, 'assignTeam', {
        person: `person-${n}`,
        role: 'intelligence-analyst',
      });
    expect(await verify(operation.reference)).toMatchObject({ verified: true, sequence: 506 });
    await database.tamper(
      `UPDATE timeline_event SET actor = 'x' WHERE operation = '${operation.reference}' AND sequence = 504`,
    );
    expect((await verify(operation.reference)).problems[0]).toMatchObject({ sequence: 504 });
  });
});

/** A connection whose reader stays within the transaction that is open already. */
function sameTransaction(connection: { query(text: string, values?: unknown[]): Promise<unknown> }) {
  return {
    query: (text: string, values?: unknown[]) =>
      /^(BEGIN|COMMIT)/.test(text) ? Promise.resolve() : connection.query(text, values),
    release: () => undefined,
  };
}
