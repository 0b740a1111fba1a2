import { createHash } from 'node:crypto';
import type { Actor } from '../../../domain/access/actor';
import { remitOf } from '../../../domain/access/remit';
import { readingAs } from '../../../platform/access/reading';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';

const SUPERVISOR: Actor = { id: 'somebody', roles: ['supervisor'], force: 'norfolk' };
const SEED = 'a'.repeat(64);
const place = (reference: string) => createHash('sha256').update(`${SEED}\n${reference}`).digest('hex');

describe('dip samples in the database', () => {
  let database: OwnDatabase;
  let references: readonly string[];
  beforeAll(async () => {
    database = await OwnDatabase.create();
    const opened = [];
    for (let nth = 0; nth < 5; nth++) opened.push((await BareOperation.open(database.recording)).reference);
    references = opened;
  });
  afterAll(() => database.drop());

  const draw = async (drawn: readonly string[], { force = 'norfolk', actor = SUPERVISOR } = {}) => {
    const client = await database.as.api.connect();
    try {
      await client.query('BEGIN');
      const { person, tier, forces } = remitOf(actor);
      await client.query('SELECT read_as($1, $2, $3, $4, $5, false)', [person, tier, forces, [], []]);
      await client.query(`SELECT draw_dip_sample($1, 'f', $2, $3, $4, $5, $6)`, [
        ...[
          createHash('sha256').update(drawn.join()).digest('hex'),
          force,
          { count: drawn.length },
          SEED,
          references,
          drawn,
        ],
      ]);
      await client.query('COMMIT');
    } finally {
      client.release(true);
    }
  };
  const byPlace = () => references.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));

  it('take no draw but the one that its seed gives', async () => {
    await draw(byPlace().slice(0, 2));
    const { rows } = await database.as.owner.query('SELECT operation FROM dip_item ORDER BY nth');
    expect(rows.map(({ operation }: { operation: string }) => operation)).toEqual(byPlace().slice(0, 2));
    const [first, second] = byPlace();
    for (const chosen of [[second, first], byPlace().slice(1, 3), [first, first]])
      await expect(draw(chosen as string[])).rejects.toThrow('this is not the draw of its seed');
  });

  it('are drawn by a supervisor of the force alone', async () => {
    const others: Actor = { ...SUPERVISOR, force: 'kent' };
    await expect(draw(byPlace().slice(0, 3), { actor: others })).rejects.toThrow(/supervisor of its force/);
    await expect(draw(byPlace().slice(0, 3), { force: 'kent' })).rejects.toThrow(/supervisor of its force/);
  });

  it('are seen by supervisors of the force alone, and by nobody where it is not said who asks', async () => {
    const seen = (actor: Actor) =>
      readingAs(
        database.as.api,
        remitOf(actor),
        async (reader) => (await reader.query('SELECT id FROM dip_sample')).rowCount,
      );
    expect(await seen(SUPERVISOR)).toBe(1);
    expect(await seen({ ...SUPERVISOR, force: 'kent' })).toBe(0);
    expect(await seen({ ...SUPERVISOR, roles: ['intelligence-analyst'] })).toBe(0);
    expect((await database.as.api.query('SELECT FROM dip_sample')).rowCount).toBe(0);
    expect((await database.as.api.query('SELECT FROM dip_item')).rowCount).toBe(0);
  });

  it.each([
    ['api', `INSERT INTO dip_item VALUES ('x', 1, 'y')`],
    ['api', 'UPDATE dip_sample SET signed_by = NULL'],
    ['api', 'DELETE FROM dip_review'],
    ['worker', 'SELECT FROM dip_sample'],
    ['jobs', 'SELECT FROM dip_sample'],
  ] as const)('refuse %s: %s', async (role, statement) => {
    await expect(database.as[role].query(statement)).rejects.toThrow(/permission denied/);
  });

  it('are changed by nobody, whoever owns them, but by being signed off, once', async () => {
    const owner = (statement: string) => database.as.owner.query(statement);
    const refused = /dip samples are append-only/;
    await expect(owner('DELETE FROM dip_item')).rejects.toThrow(refused);
    await expect(owner('UPDATE dip_item SET nth = nth + 10')).rejects.toThrow(refused);
    await expect(owner(`UPDATE dip_sample SET seed = '${'b'.repeat(64)}'`)).rejects.toThrow(refused);
    await owner(`UPDATE dip_sample SET signed_by = 'somebody', signed_at = clock_timestamp()`);
    await expect(owner(`UPDATE dip_sample SET signed_by = NULL, signed_at = NULL`)).rejects.toThrow(refused);
  });
});
