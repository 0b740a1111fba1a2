import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { accessPage, unusualReport, type Access } from '../../../apps/api/access-log/access-log.schema';
import type { BulkAct } from '../../../apps/api/bulk/bulk.schema';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import type { DipView } from '../../../apps/api/dip-samples/dip-sample.schema';
import type { InboxPage } from '../../../apps/api/inbox/inbox.schema';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { ask, Caller, partOf, startApi, type Reply, type Request, type TestApi } from '../../support/api';
import { routesOf } from '../../support/routes';
import { Engine, eventually, LIAISON, REFERRAL } from '../../support/stack';
import { upload } from '../../support/upload';

const OPERATIONS = '/api/v1/operations';
const PROFILES = '/api/v1/profiles';
const SAMPLES = '/api/v1/dip-samples';
const NONE = '0'.repeat(32);
const NOWHERE = `${OPERATIONS}/OP-2020-999999`;
const NO_CONTACT = `/api/v1/contact-requests/${'0'.repeat(64)}`;
const NO_MATCH = 'A'.repeat(123);
const BULK = { command: 'assignTeam', body: { person: 'somebody', role: 'intelligence-analyst' }, reason: 'Invented.' };

type Row = Omit<Access, 'digest' | 'at' | 'id'>;

describe('the access log of the API', () => {
  let api: TestApi;
  let engine: Engine;
  let reference: string;
  let bulk: string;
  let item: string;
  let sample: string;
  const people = new Map<PersonId, Caller>();

  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    for (const id of [
      'tasking-officer-norfolk',
      'intelligence-analyst-norfolk',
      'rocu-liaison-officer-ersou',
      'supervisor-norfolk',
      'administrator-ersou',
    ] as const)
      people.set(id, await Caller.as(id, api.url));
    reference = await engine.inAssessment();
    await engine.does(reference, LIAISON, 'recordEuropolMessage', {
      ...{ direction: 'out', evaluation: { source: 'A', information: '2' }, handling: 'H1' },
      ...{ content: 'Invented question.', replyWithinDays: 10 },
    });
    await upload(tasking(), reference);
    const made = await tasking().post('/api/v1/bulk', { ...BULK, operations: [reference] });
    bulk = (made.body as BulkAct).id;
    sample = ((await supervisor().post(SAMPLES, { count: 1 })).body as DipView).id;
    await tasking().post(`${OPERATIONS}/${reference}/commands/assignTeam`, {
      person: 'intelligence-analyst-norfolk',
      role: 'intelligence-analyst',
    });
    item = await eventually('an entry of the inbox', async () => {
      const { body } = await analyst().send('/api/v1/inbox');
      return (body as InboxPage).items[0]?.id;
    });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const as = (person: PersonId) => people.get(person) as Caller;
  const tasking = () => as('tasking-officer-norfolk');
  const analyst = () => as('intelligence-analyst-norfolk');
  const supervisor = () => as('supervisor-norfolk');
  const of = (path = '') => `${OPERATIONS}/${reference}${path}`;

  const rowsOf = async (reply: Reply): Promise<readonly Row[]> => {
    const { rows } = await engine.pool.query<Row>(
      `SELECT request, person, roles, force, kind, route, operation, what, justification, address, client, outcome, status, records
       FROM access_log WHERE request = $1 ORDER BY id`,
      [reply.headers.get('x-request-id')],
    );
    return rows;
  };

  /** Opens a stream and leaves it once its head has come. */
  const follow = async (path: string): Promise<Reply> => {
    const leaving = new AbortController();
    const headers = { authorization: tasking().authorization, accept: 'text/event-stream' };
    const { status, headers: answered } = await fetch(`${api.url}${path}`, { headers, signal: leaving.signal });
    leaving.abort();
    return { status, headers: answered, body: null };
  };
  const post = (by: Caller, path: string, body?: unknown) => by.post(path, body);
  const handIn = (by: Caller, path: string): Promise<Reply> => {
    const form = new FormData();
    form.append('file', new Blob(['Crime Ref,Role\nX,Suspect\n']), 'records.csv');
    return by.form(`${PROFILES}${path}`, form, { 'idempotency-key': randomUUID() });
  };
  const csv: Request = { headers: { accept: 'text/csv' } };

  /** A way to be answered by each route. */
  const answered: Readonly<Record<string, () => Promise<Reply>>> = {
    listOperations: () => tasking().send(`${OPERATIONS}?stage=assessment&limit=2`),
    readOperation: () => tasking().send(of()),
    listActions: () => tasking().send(of('/actions')),
    listClocks: () => tasking().send(of('/clocks')),
    readThreatScore: () => tasking().send(of('/threat-score')),
    readTimeline: () => tasking().send(of('/timeline?merged=true')),
    summariseTimeline: () => tasking().send(of('/timeline/summary')),
    verifyTimeline: () => tasking().send(of('/timeline/verify')),
    readDisclosureSchedule: () => analyst().send(of('/disclosure/MG6C?format=csv'), csv),
    readEuropolMessageFile: () => as('rocu-liaison-officer-ersou').send(of('/europol/messages/M1/file')),
    followEvents: () => follow('/api/v1/events?after=0'),
    followOperation: () => follow(of('/events?after=0')),
    exportOperation: () => supervisor().send(of('/export')),
    readFigures: () => supervisor().send('/api/v1/figures'),
    readFile: () => tasking().send(of('/files/F1'), { headers: { accept: 'text/plain' } }),
    listTranslations: () => tasking().send(of('/translations')),
    listMatches: () => tasking().send(of('/matches')),
    checkDeconfliction: () => post(tasking(), '/api/v1/deconfliction/check', { items: [{ names: ['Invented'] }] }),
    listContactRequests: () => tasking().send('/api/v1/contact-requests'),
    readPerson: () => tasking().send('/api/v1/people/tasking-officer-norfolk'),
    readInbox: () => analyst().send('/api/v1/inbox?unread=true'),
    markInboxItemRead: () => post(analyst(), `/api/v1/inbox/${item}/read`),
    listBulk: () => tasking().send('/api/v1/bulk'),
    readBulk: () => tasking().send(`/api/v1/bulk/${bulk}`),
    suggestForceMapping: () => handIn(analyst(), '/mappings/suggestions'),
    listReferralSuggestions: () => tasking().send(`${PROFILES}/suggestions`),
    listDipSamples: () => supervisor().send(SAMPLES),
    readDipSample: () => supervisor().send(`${SAMPLES}/${sample}`),
    repeatDipDraw: () => supervisor().send(`${SAMPLES}/${sample}/draw`),
    listOverdue: () => supervisor().send('/api/v1/overdue'),
    readWorkload: () => supervisor().send('/api/v1/workload'),
    searchAccessLog: () => supervisor().send(`/api/v1/access-log?operation=${reference}`),
    listUnusualAccess: () => supervisor().send('/api/v1/access-log/unusual'),
  };
  /** A way to be refused by each route that alone logs that, or that cannot be had otherwise here. */
  const refused: Readonly<Record<string, () => Promise<Reply>>> = {
    openReferral: () => post(analyst(), OPERATIONS, REFERRAL),
    drawDipSample: () => post(tasking(), SAMPLES, { count: 1 }),
    reviewDipOperation: () =>
      post(supervisor(), `${SAMPLES}/${'0'.repeat(64)}/reviews`, {
        ...{ operation: reference, outcome: 'satisfactory', note: 'Invented.' },
      }),
    signOffDipSample: () => post(supervisor(), `${SAMPLES}/${'0'.repeat(64)}/sign-off`, {}),
    giveCommand: () => post(tasking(), `${NOWHERE}/commands/submitReferral`, {}),
    attachFile: () => upload(tasking(), 'OP-2020-999999'),
    receiveEuropolMessageFile: () => ask(api.url, of('/europol/messages/files'), { method: 'POST' }),
    readTranslation: () => tasking().send(of('/translations/T1')),
    readTranslatedMessages: () => tasking().send(of('/translations/T1/messages')),
    correctTranslation: () =>
      analyst().send(of('/translations/T1/messages/1/correction'), { method: 'PUT', body: { english: 'Invented.' } }),
    exportTranslation: () => tasking().send(of('/translations/T1/product'), csv),
    readContactNetwork: () => tasking().send(of('/translations/T1/network')),
    exportContactNetwork: () => tasking().send(of('/translations/T1/network/table?table=nodes'), csv),
    listEntitiesOfTranslation: () => tasking().send(of('/translations/T1/entities')),
    decideMatch: () =>
      post(tasking(), of('/matches/S1/decisions'), { match: NO_MATCH, outcome: 'rejected', reason: 'x' }),
    requestContact: () => post(tasking(), '/api/v1/contact-requests', { match: NO_MATCH, message: 'Invented.' }),
    readContactRequest: () => tasking().send(NO_CONTACT),
    answerContactRequest: () => post(tasking(), `${NO_CONTACT}/answers`, { message: 'Invented.' }),
    importForceData: () => handIn(tasking(), '/imports'),
    readForceRejects: () => analyst().send(`${PROFILES}/imports/${NONE}/rejects`, csv),
    profilePeople: () => post(tasking(), `${PROFILES}/runs`, {}),
    readProfileRanking: () => tasking().send(`${PROFILES}/runs/${NONE}/ranking`),
    readProfilePerson: () => tasking().send(`${PROFILES}/people/999999999`),
    decideLink: () => post(tasking(), `${PROFILES}/links`, { one: 1, other: 2, outcome: 'same', reason: 'Invented.' }),
    openSuggestedReferral: () => post(tasking(), `${PROFILES}/suggestions/${NONE}/referral`, {}),
    declineReferralSuggestion: () =>
      post(tasking(), `${PROFILES}/suggestions/${NONE}/decline`, { reason: 'Invented.' }),
    startBulk: () => post(analyst(), '/api/v1/bulk', { ...BULK, operations: [reference] }),
    pauseBulk: () => post(analyst(), `/api/v1/bulk/${bulk}/pause`),
    resumeBulk: () => post(analyst(), `/api/v1/bulk/${bulk}/resume`),
    cancelBulk: () => post(analyst(), `/api/v1/bulk/${bulk}/cancel`),
  };
  /** A way to be shut out of each route that reads nothing personal. */
  const shutOut: Readonly<Record<string, () => Promise<Reply>>> = {
    readMe: () => ask(api.url, '/api/v1/me'),
    listPeople: () => ask(api.url, '/api/v1/people'),
    listFilters: () => ask(api.url, '/api/v1/filters'),
    saveFilter: () => ask(api.url, '/api/v1/filters', { method: 'POST' }),
    readFilter: () => ask(api.url, '/api/v1/filters/x'),
    changeFilter: () => ask(api.url, '/api/v1/filters/x', { method: 'PUT' }),
    deleteFilter: () => ask(api.url, '/api/v1/filters/x', { method: 'DELETE' }),
    ...Object.fromEntries(
      [
        ['listWebhooks', ''],
        ['makeWebhook', '', 'POST'],
        ['readWebhook', '/x'],
        ['changeWebhook', '/x', 'PUT'],
        ['removeWebhook', '/x', 'DELETE'],
        ['rotateWebhookSecret', '/x/secret', 'POST'],
        ['testWebhook', '/x/test', 'POST'],
        ['listWebhookDeliveries', '/x/deliveries'],
        ['replayWebhookDelivery', '/x/deliveries/x/replay', 'POST'],
        ['replayWebhookDeliveries', '/x/replay', 'POST'],
      ].map(([route = '', path = '', method = 'GET']) => [
        route,
        () => tasking().send(`/api/v1/webhooks${path}`, { method, ...(method === 'GET' ? {} : { body: {} }) }),
      ]),
    ),
    readForceMapping: () => tasking().send(`${PROFILES}/mappings/norfolk`),
    saveForceMapping: () => tasking().send(`${PROFILES}/mappings/norfolk`, { method: 'PUT', body: {} }),
    listForceImports: () => tasking().send(`${PROFILES}/imports`),
    readForceImport: () => tasking().send(`${PROFILES}/imports/${NONE}`),
    listProfileRuns: () => as('rocu-liaison-officer-ersou').send(`${PROFILES}/runs`),
    readProfileRun: () => as('rocu-liaison-officer-ersou').send(`${PROFILES}/runs/${NONE}`),
    readProfileVolume: () => as('rocu-liaison-officer-ersou').send(`${PROFILES}/runs/${NONE}/volume`),
    listTranslationProviders: () => ask(api.url, '/api/v1/translation-providers'),
    readLexicon: () => ask(api.url, '/api/v1/lexicons/norfolk'),
    saveLexicon: () => ask(api.url, '/api/v1/lexicons/norfolk', { method: 'PUT' }),
    readPremisesRule: () => ask(api.url, '/api/v1/premises-rules/norfolk'),
    savePremisesRule: () => ask(api.url, '/api/v1/premises-rules/norfolk', { method: 'PUT' }),
    listThreatModels: () => ask(api.url, '/api/v1/threat-models'),
    saveThreatModel: () => ask(api.url, '/api/v1/threat-models/x', { method: 'PUT' }),
    listSupportNeeds: () => ask(api.url, '/api/v1/support-needs'),
    putSupportNeed: () =>
      tasking().send('/api/v1/support-needs/invented', { method: 'PUT', body: { title: 'Invented', position: 1 } }),
  };
  const PUBLIC = ['live', 'ready', 'metrics', 'endSession'];

  it('knows every route there is', () => {
    const known = [...[answered, refused, shutOut].flatMap((ways) => Object.keys(ways)), ...PUBLIC];
    expect(known.toSorted()).toEqual(
      routesOf(api.app)
        .map(({ declared }) => declared?.id)
        .toSorted(),
    );
  });

  it.each(Object.keys(answered))('has one row of what %s answers', async (route) => {
    const reply = await answered[route]?.();
    if (!reply) throw new Error('There is no such way');
    expect(reply.status).toBe(200);
    const declared = routesOf(api.app).find((one) => one.declared?.id === route)?.declared;
    const [row, ...more] = await rowsOf(reply);
    expect(row).toMatchObject({
      route,
      kind: declared?.logged,
      outcome: 'answered',
      status: 200,
      address: '127.0.0.1',
    });
    expect(row?.person).toBeTruthy();
    expect(more).toEqual([]);
  });

  it.each(Object.entries({ ...refused, ...shutOut }))(
    'has one row of who was refused by %s',
    async (route, attempt) => {
      const reply = await attempt();
      expect([401, 403, 404]).toContain(reply.status);
      const [row, ...more] = await rowsOf(reply);
      expect(row).toMatchObject({ route, outcome: 'refused', status: reply.status, records: 0 });
      expect(row?.person === null).toBe(reply.status === 401);
      expect(more).toEqual([]);
    },
  );

  it('has nothing of what reads nothing personal, or tells of the process alone', async () => {
    const before = await engine.pool.query<{ last: string }>('SELECT max(id) AS last FROM access_log');
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/openapi.json', '/api/v1/nowhere'])
      await ask(api.url, path, { headers: { accept: '*/*' } });
    const replies = await Promise.all(
      ['/api/v1/filters', '/api/v1/support-needs', '/api/v1/me'].map((path) => tasking().send(path)),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const reply of replies) expect(await rowsOf(reply)).toEqual([]);
    const since = await engine.pool.query(
      "SELECT FROM access_log WHERE id > $1 AND (person IS NULL OR person = 'tasking-officer-norfolk')",
      [before.rows[0]?.last],
    );
    expect(since.rowCount).toBe(0);
  });

  it('says who, as what, of what, why, from where and how much', async () => {
    const given = randomUUID();
    const reply = await tasking().send(`${OPERATIONS}?leadForce=norfolk&limit=3`, {
      headers: { 'x-request-id': given, 'x-justification': 'Tasked by Se%C3%A1n', 'user-agent': 'invented-client/1' },
    });
    const { items } = reply.body as { items: { reference: string }[] };
    expect(await rowsOf(reply)).toEqual([
      {
        ...{ request: given, person: 'tasking-officer-norfolk', roles: ['tasking-officer'], force: 'norfolk' },
        ...{ kind: 'consultation', route: 'listOperations', operation: null, justification: 'Tasked by Seán' },
        what: { asked: { leadForce: 'norfolk', limit: '3' }, listed: items.map((item) => item.reference) },
        ...{
          address: '127.0.0.1',
          client: 'invented-client/1',
          outcome: 'answered',
          status: 200,
          records: items.length,
        },
      },
    ]);
  });

  it('says where somebody sat whose request the pages passed on, and believes nobody else', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    expect(await rowsOf(await tasking().send(of(), { headers }))).toMatchObject([{ address: '192.0.2.7' }]);
    const wary = await startApi({ TRUSTED_PROXIES: '198.51.100.1' });
    const caller = await Caller.as('tasking-officer-norfolk', wary.url);
    const reply = await caller.send(of(), { headers });
    await wary.close();
    expect(await rowsOf(reply)).toMatchObject([{ address: '127.0.0.1' }]);
  });

  it('says which file, from which position on, and what a saved filter said then', async () => {
    expect(await rowsOf((await answered['readFile']?.()) as Reply)).toMatchObject([
      { operation: reference, what: { asked: { file: 'F1' } }, records: 1 },
    ]);
    expect(await rowsOf(await follow(of(`/events?after=${item}`)))).toMatchObject([
      { operation: reference, what: { asked: { after: item }, from: item } },
    ]);
    const filter = { name: `Invented ${randomUUID()}`, query: { stage: 'referral' } };
    const { id } = (await tasking().post('/api/v1/filters', filter)).body as { id: string };
    expect(await rowsOf(await tasking().send(`${OPERATIONS}?filter=${id}`))).toMatchObject([
      { what: { asked: { filter: id }, filter: { stage: 'referral' } } },
    ]);
    await engine.pool.query('DELETE FROM saved_filter WHERE id = $1', [id]);
  });

  it('has refused attempts with what was attempted, whatever that is', async () => {
    expect(await rowsOf(await tasking().send(NOWHERE))).toMatchObject([
      { operation: 'OP-2020-999999', status: 404, outcome: 'refused' },
    ]);
    const odd = await tasking().send(`${OPERATIONS}/no%00reference`);
    expect(await rowsOf(odd)).toMatchObject([{ operation: null, what: { asked: { reference: 'no\ufffdreference' } } }]);
    const nobody = await ask(api.url, `${of()}?a%00=%00`, { headers: { authorization: 'Bearer none' } });
    expect(await rowsOf(nobody)).toMatchObject([
      {
        person: null,
        roles: [],
        force: null,
        operation: reference,
        status: 401,
        what: { asked: { 'a\ufffd': '\ufffd' } },
      },
    ]);
    const blocked = await tasking().post(of('/commands/confirmThreatScore'), { risk: 1 });
    expect(await rowsOf(blocked)).toMatchObject([{ status: 422, what: { asked: { command: 'confirmThreatScore' } } }]);
  });

  it('has nothing of a command that is recorded: that is on the timeline', async () => {
    const given = await tasking().post(OPERATIONS, REFERRAL);
    expect(given.status).toBe(201);
    expect((given.body as CommandAnswer).sequence).toBe(1);
    expect(await rowsOf(given)).toEqual([]);
  });

  it('refuses a justification that cannot be read, before anything is', async () => {
    const reply = await tasking().send(of(), { headers: { 'x-justification': '100%' } });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: 'X-Justification' }] } });
  });

  it('costs a read one statement', async () => {
    const statements: string[] = [];
    const query = Client.prototype.query as (...given: unknown[]) => unknown;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...given: unknown[]) {
      const [first] = given as [string | { text: string }];
      statements.push(typeof first === 'string' ? first : first.text);
      return query.apply(this, given) as never;
    });
    for (const read of [of(), of('/timeline'), `${OPERATIONS}?limit=1`]) {
      statements.length = 0;
      expect((await tasking().send(read)).status).toBe(200);
      const ofTheLog = statements.filter((text) => /access/.test(text));
      expect(ofTheLog).toEqual([expect.stringMatching(/^SELECT log_access\(/)]);
    }
  });

  describe('while it cannot be written', () => {
    beforeEach(() => {
      const pool = partOf<Pool>(api.app, Pool as never);
      const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
      jest.spyOn(pool, 'query').mockImplementation((...given: unknown[]) => {
        const [first] = given as [{ name?: string } | string];
        if (typeof first === 'object' && first.name === 'log_access')
          return Promise.reject(new Error('invented failure')) as never;
        return query(...given) as never;
      });
    });

    it.each(Object.keys(answered))('nothing of what %s answers leaves', async (route) => {
      const reply = await answered[route]?.();
      expect(reply?.status).toBe(503);
      expect(reply?.headers.get('content-type')).toContain('application/problem+json');
      for (const header of ['etag', 'content-disposition', 'repr-digest'])
        expect({ header, value: reply?.headers.get(header) }).toEqual({ header, value: null });
    });

    it('nobody is told whether they would have been refused', async () => {
      for (const attempt of [() => tasking().send(NOWHERE), () => ask(api.url, of()), ...Object.values(refused)])
        expect((await attempt()).status).toBe(503);
    });
  });

  describe('its search', () => {
    const page = async (query: string, by = supervisor()) =>
      accessPage.parse((await by.send(`/api/v1/access-log?${query}`)).body);

    it('tells a supervisor who looked at an operation, and what a person looked at', async () => {
      await tasking().send(of());
      const looked = await page(`operation=${reference}&route=readOperation&outcome=answered&kind=consultation`);
      expect(looked.items[0]).toMatchObject({ person: 'tasking-officer-norfolk', operation: reference });
      const { items } = await page('person=tasking-officer-norfolk&limit=1');
      expect(items).toMatchObject([{ route: 'readOperation', operation: reference }]);
    });

    it('pages without repeating, by time', async () => {
      const first = await page(`operation=${reference}&limit=3`);
      const second = accessPage.parse((await supervisor().send(first.next as string)).body);
      const ids = [...first.items, ...second.items].map(({ id }) => Number(id));
      expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a));
      const [newest] = first.items;
      const before = await page(`operation=${reference}&to=${newest?.at}&limit=100`);
      expect(before.items.every(({ at }) => at < (newest?.at ?? ''))).toBe(true);
      expect((await page(`operation=${reference}&from=${newest?.at}`)).items.at(-1)?.id).toBe(newest?.id);
    });

    it.each(['tasking-officer-norfolk', 'rocu-liaison-officer-ersou', 'administrator-ersou'] as const)(
      'is not for %s',
      async (person) => {
        for (const path of ['/api/v1/access-log', '/api/v1/access-log/unusual'])
          expect(await as(person).send(path)).toMatchObject({ status: 403, body: { type: '/problems/forbidden' } });
      },
    );

    it.each(['person=', 'operation=x', 'kind=looking', 'from=yesterday', 'cursor=abc', 'limit=101'])(
      'refuses the question %s',
      async (query) => {
        expect((await supervisor().send(`/api/v1/access-log?${query}`)).status).toBe(400);
      },
    );

    it('tells what is unusual with its rules, over a period that is not too long', async () => {
      for (let attempt = 0; attempt < 10; attempt++) await analyst().send('/api/v1/access-log');
      const { rules, items } = unusualReport.parse((await supervisor().send('/api/v1/access-log/unusual')).body);
      expect(rules).toHaveLength(5);
      expect(items).toContainEqual(
        expect.objectContaining({ rule: 'refused-attempts', person: 'intelligence-analyst-norfolk' }),
      );
      for (const query of [
        'from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z',
        'from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z',
      ])
        expect((await supervisor().send(`/api/v1/access-log/unusual?${query}`)).status).toBe(400);
    });
  });
});
