import { AccessLogRead } from '../../../apps/api/access-log/access-log.read';
import { accessQuery } from '../../../apps/api/access-log/access-log.schema';
import { UnusualRead } from '../../../apps/api/access-log/unusual.read';
import { Readings } from '../../../apps/api/access/readings';
import { remitOf } from '../../../domain/access/remit';
import { readAs } from '../../../platform/access/reading';
import { logAccesses } from '../../support/access';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';
import { SUPERVISOR, TASKING } from '../../support/stack';

/** Somebody of another force. */
const ELSEWHERE = { person: 'analyst-essex', force: 'essex' };
/** What has no row is not seen, as what is hidden. */
const HIDDEN = 'OP-2026-000666';

describe('what a supervisor sees of the access log', () => {
  let database: OwnDatabase;
  let seen: string;

  beforeEach(async () => {
    database = await OwnDatabase.create();
    seen = (await BareOperation.open(database.recording)).reference;
  });
  afterEach(() => database.drop());

  const readings = () => new Readings(database.as.api, undefined as never);
  const page = async (query: object = {}, force = 'norfolk') => {
    const { items } = await new AccessLogRead(readings()).page({ ...SUPERVISOR, force }, accessQuery.parse(query));
    return items;
  };

  it('is the rows of people of their force, and those of operations that they see', async () => {
    await logAccesses(
      database.as.api,
      { request: 'own-people', operation: null },
      { request: 'own-operation', ...ELSEWHERE, operation: seen },
      { request: 'others-alone', ...ELSEWHERE, operation: null },
      { request: 'others-hidden', ...ELSEWHERE, operation: HIDDEN },
      {
        request: 'nobody-hidden',
        person: null,
        force: null,
        roles: [],
        operation: HIDDEN,
        outcome: 'refused',
        status: 401,
      },
    );
    expect((await page()).map(({ request }) => request)).toEqual(['own-operation', 'own-people']);
    expect((await page({}, '')).map(({ request }) => request)).toEqual([]);
  });

  it('does not prove that an operation is there which they do not see', async () => {
    await logAccesses(
      database.as.api,
      { request: 'read-it', operation: HIDDEN },
      { request: 'was-blocked', operation: HIDDEN, outcome: 'refused', status: 422 },
      { request: 'tried-it', operation: HIDDEN, outcome: 'refused', status: 404 },
      { request: 'listed-it', operation: null, what: { asked: { limit: '2' }, listed: [HIDDEN, seen] } },
    );
    const told = (await page()).map(({ request, operation, what }) => ({ request, operation, what }));
    expect(told).toEqual([
      { request: 'listed-it', operation: null, what: { asked: { limit: '2' }, listed: [seen] } },
      { request: 'tried-it', operation: HIDDEN, what: {} },
      { request: 'was-blocked', operation: null, what: {} },
      { request: 'read-it', operation: null, what: {} },
    ]);
    expect((await page({ operation: HIDDEN })).map(({ request }) => request)).toEqual(['tried-it']);
  });

  it('is found by indexes', async () => {
    const connection = await database.as.api.connect();
    await connection.query(`BEGIN; SET LOCAL enable_seqscan = off; ${readAs(remitOf(SUPERVISOR))}`);
    for (const [column, index] of [
      ['operation', 'access_log_by_operation'],
      ['person', 'access_log_by_person'],
    ] as const) {
      const { rows } = await connection.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT * FROM access_log l WHERE l.${column} = 'x' AND (l.at, l.id) < (now(), 7) ORDER BY at DESC, id DESC LIMIT 26`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain(index);
      expect(plan).not.toContain('Sort');
    }
    await connection.query('ROLLBACK');
    connection.release();
  });

  describe('as unusual', () => {
    const report = async (from = '2026-01-01T00:00:00Z', to = '2026-01-31T00:00:00Z') => {
      const { items } = await new UnusualRead(readings()).of(SUPERVISOR, { from, to }, new Date());
      return items;
    };
    const found = async (rule: string, from?: string, to?: string) =>
      (await report(from, to)).filter((item) => item.rule === rule);
    /** Writes an access as if it had taken place then. */
    const at = async (when: string, ...accesses: Parameters<typeof logAccesses>[1][]) => {
      const { rows } = await database.as.jobs.query<{ last: string }>(
        'SELECT coalesce(max(id), 0) AS last FROM access_log',
      );
      await logAccesses(database.as.api, ...accesses);
      await database.tamperWith(['access_log'], `UPDATE access_log SET at = '${when}' WHERE id > ${rows[0]?.last}`);
    };

    it.each([
      ['2026-01-05T06:59:59Z', true],
      ['2026-01-05T07:00:00Z', false],
      ['2026-01-09T18:59:59Z', false],
      ['2026-01-09T19:00:00Z', true],
      ['2026-01-10T12:00:00Z', true],
      // An hour earlier by the sun: summer time.
      ['2026-07-06T06:00:00Z', false],
      ['2026-07-06T18:00:00Z', true],
    ])('tells of an access at %s by the hours of London: %s', async (when, isUnusual) => {
      await at(when, { operation: null });
      const findings = await found(
        'out-of-hours',
        `${when.slice(0, 7)}-01T00:00:00Z`,
        `${when.slice(0, 7)}-31T00:00:00Z`,
      );
      expect(findings).toHaveLength(isUnusual ? 1 : 0);
    });

    it('tells once of a day out of hours, with its figures, and not of what was refused', async () => {
      await at('2026-01-10T12:00:00Z', { operation: seen }, { operation: seen });
      await at('2026-01-10T13:00:00Z', { operation: null }, { outcome: 'refused', status: 404 });
      expect(await found('out-of-hours')).toEqual([
        {
          ...{ rule: 'out-of-hours', person: 'intelligence-analyst-norfolk', address: null, operation: null },
          ...{ from: '2026-01-10T12:00:00.000Z', to: '2026-01-10T13:00:00.000Z', accesses: 3, operations: 1 },
        },
      ]);
    });

    it('tells of who is outside the team of an operation, but not of its team and referrer', async () => {
      const operation = await BareOperation.open(database.recording);
      await operation.does(TASKING, 'assignTeam', { person: 'member', role: 'intelligence-analyst' });
      const by = (person: string) => ({ person, operation: operation.reference });
      await at('2026-01-05T12:00:00Z', by('member'), by('outsider'), by('outsider'), by(TASKING.id));
      expect(await found('outside-own-cases')).toMatchObject([
        { person: 'outsider', operation: operation.reference, accesses: 2, operations: 1 },
      ]);
    });

    it('tells of more than 200 different operations in an hour, in lists too', async () => {
      const references = (from: number, count: number) =>
        Array.from({ length: count }, (_, n) => `OP-2026-${from + n}`);
      const lists = (listed: readonly string[], person: string) => ({ person, operation: null, what: { listed } });
      await at('2026-01-05T12:00:00Z', lists(references(0, 100), 'busy'), lists(references(100, 100), 'busy'));
      await at('2026-01-05T12:59:59Z', lists(references(50, 100), 'busy'));
      expect(await found('many-operations')).toEqual([]);
      await at('2026-01-05T12:30:00Z', { person: 'busy', operation: seen });
      expect(await found('many-operations')).toMatchObject([{ person: 'busy', operations: 201 }]);
    });

    it('tells of broken glass, and what was looked at then', async () => {
      await database.as.superuser.query(
        `INSERT INTO timeline_event (operation, sequence, event_type, event_version, happened_at, occurred_at, actor, command_id,
           index, payload, previous_hash, hash)
         VALUES ($1, 2, 'accessChallenged', 1, '2026-01-05T12:00:00Z', '2026-01-05T12:00:00Z', 'outsider', 'c', 0, '{}', '', '')`,
        [seen],
      );
      await at('2026-01-05T12:01:00Z', { person: 'outsider', operation: seen });
      expect(await found('broken-glass')).toMatchObject([
        { person: 'outsider', operation: seen, from: '2026-01-05T12:00:00.000Z', accesses: 1, operations: 1 },
      ]);
      expect(await found('broken-glass', '2026-01-06T00:00:00Z', '2026-01-07T00:00:00Z')).toEqual([]);
    });

    it('tells of ten refused attempts in an hour', async () => {
      const attempts = (count: number, status: number) =>
        Array.from({ length: count }, () => ({ outcome: 'refused', status, operation: seen }));
      await at('2026-01-05T12:00:00Z', ...attempts(9, 404), ...attempts(5, 422));
      await at('2026-01-05T13:00:00Z', ...attempts(9, 403));
      expect(await found('refused-attempts')).toEqual([]);
      await at('2026-01-05T13:59:59Z', ...attempts(1, 429));
      expect(await found('refused-attempts')).toMatchObject([
        { person: 'intelligence-analyst-norfolk', address: null, from: '2026-01-05T13:00:00.000Z', accesses: 10 },
      ]);
      const nobody = attempts(10, 401).map((attempt) => ({
        ...attempt,
        person: null,
        force: null,
        roles: [],
        address: '192.0.2.7',
      }));
      await at('2026-01-05T15:00:00Z', ...nobody);
      expect(await found('refused-attempts')).toContainEqual(
        expect.objectContaining({ person: null, address: '192.0.2.7', accesses: 10 }),
      );
    });
  });
});
