import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { FILTER_LIMIT, filterPage, savedFilter, type SavedFilter } from '../../../apps/api/filters/filter.schema';
import { worklistPage } from '../../../apps/api/operations/worklist.schema';
import { Caller, startApi, type Reply, type TestApi } from '../../support/api';
import { Engine, REFERRAL } from '../../support/stack';

const FILTERS = '/api/v1/filters';
const OPERATIONS = '/api/v1/operations';
const QUERY = { leadForce: 'warwickshire', threatArea: 'child-sexual-exploitation' };

describe('saved filters', () => {
  let api: TestApi;
  let engine: Engine;
  let mine: Caller;
  let colleague: Caller;
  let elsewhere: Caller;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    [mine, colleague, elsewhere] = await Promise.all([
      Caller.as('tasking-officer-norfolk', api.url),
      Caller.as('supervisor-norfolk', api.url),
      Caller.as('tasking-officer-essex', api.url),
    ]);
  });
  beforeEach(() => engine.pool.query('DELETE FROM saved_filter'));
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const saves = (more: object = {}, by = mine) => by.post(FILTERS, { name: 'Invented', query: QUERY, ...more });
  const saved = async (more: object = {}, by = mine): Promise<SavedFilter> => {
    const { status, body } = await saves(more, by);
    expect({ status, body }).toMatchObject({ status: 201 });
    return savedFilter.strict().parse(body);
  };
  const change = (id: string, body: object, headers: Readonly<Record<string, string>> = {}, by = mine) =>
    by.send(`${FILTERS}/${id}`, { method: 'PUT', body, headers });
  const remove = (id: string, headers: Readonly<Record<string, string>> = {}, by = mine) =>
    by.send(`${FILTERS}/${id}`, { method: 'DELETE', headers });
  const names = async (by: Caller) =>
    filterPage
      .strict()
      .parse((await by.send(FILTERS)).body)
      .items.map(({ name }) => name);
  const codesOf = ({ body }: Reply) => (body as { blockers?: { code: string }[] }).blockers?.map(({ code }) => code);

  it('are saved, found again, changed as a whole and deleted', async () => {
    const made = await saves({ name: '  Of two kinds ', shared: true });
    const filter = savedFilter.strict().parse(made.body);
    expect(filter).toMatchObject({
      name: 'Of two kinds',
      owner: 'tasking-officer-norfolk',
      force: 'norfolk',
      shared: true,
      query: QUERY,
      version: 1,
    });
    const address = `${FILTERS}/${filter.id}`;
    expect(made.headers.get('location')).toBe(address);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(await mine.send(address)).toMatchObject({ status: 200, body: filter });

    const changed = await change(filter.id, { name: 'Of a stage', query: { stage: 'closed' } }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Of a stage', shared: false, version: 2 } });
    expect((changed.body as SavedFilter).query).toEqual({ stage: 'closed' });
    const read = await mine.send(address);
    expect(read.headers.get('etag')).toBe('"2"');
    expect(read.body).toEqual(changed.body);

    expect(await remove(filter.id, { 'if-match': '"2"' })).toMatchObject({ status: 204, body: '' });
    expect((await mine.send(address)).status).toBe(404);
    expect((await remove(filter.id)).status).toBe(404);
    expect(await names(mine)).toEqual([]);
  });

  it('are not changed or deleted by whoever has looked at an older version', async () => {
    const { id } = await saved();
    await change(id, { name: 'Another', query: {} });
    for (const late of [
      await change(id, { name: 'Late', query: {} }, { 'if-match': '"1"' }),
      await remove(id, { 'if-match': '"1"' }),
    ]) {
      expect(late).toMatchObject({ status: 409, body: { type: '/problems/version-conflict', current: 2 } });
      expect(late.headers.get('etag')).toBe('"2"');
    }
    expect(await names(mine)).toEqual(['Another']);
  });

  it('do not exist for anybody else while they are private, and are used by the whole force while they are shared', async () => {
    const own = await saved({ name: 'Own' });
    const shared = await saved({ name: 'Shared', shared: true });
    expect(await names(mine)).toEqual(['Own', 'Shared']);
    expect(await names(colleague)).toEqual(['Shared']);
    expect(await names(elsewhere)).toEqual([]);
    const reaches = async (by: Caller, id: string) => [
      (await by.send(`${FILTERS}/${id}`)).status,
      (await by.send(`${OPERATIONS}?filter=${id}`)).status,
      (await change(id, { name: 'Taken', query: {} }, {}, by)).status,
      (await remove(id, {}, by)).status,
    ];
    expect(await reaches(colleague, own.id)).toEqual([404, 404, 404, 404]);
    expect(await reaches(elsewhere, shared.id)).toEqual([404, 404, 404, 404]);
    expect(await reaches(colleague, shared.id)).toEqual([200, 200, 403, 403]);
    expect(await names(mine)).toEqual(['Own', 'Shared']);
  });

  it('narrow the worklist, page by page; what is asked beside them goes before', async () => {
    const opened = async () =>
      ((await mine.post(OPERATIONS, { ...REFERRAL, ...QUERY })).body as CommandAnswer).reference;
    const ours = [await opened(), await opened(), await opened()];
    const { id } = await saved({ query: { ...QUERY, stage: 'referral' } });
    const found: string[] = [];
    for (let next: string | null = `${OPERATIONS}?filter=${id}&limit=2`; next !== null && found.length < 9;) {
      const page = worklistPage.parse((await mine.send(next)).body);
      found.push(...page.items.map(({ reference }) => reference));
      next = page.next;
    }
    expect(found).toEqual(ours.toReversed());
    const closed = worklistPage.parse((await mine.send(`${OPERATIONS}?filter=${id}&stage=closed`)).body);
    expect(closed.items).toEqual([]);
    expect((await mine.send(`${OPERATIONS}?filter=${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('are saved once by the same person and key, and another request with that key is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const request = { name: 'Once', query: QUERY };
    const replies = [await mine.post(FILTERS, request, headers), await mine.post(FILTERS, request, headers)];
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(replies.map((reply) => reply.headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(replies[1]?.body).toEqual(replies[0]?.body);
    expect(await mine.post(FILTERS, { ...request, shared: true }, headers)).toMatchObject({
      status: 422,
      body: { type: '/problems/idempotency-mismatch' },
    });
    expect((await elsewhere.post(FILTERS, request, headers)).status).toBe(201);
    expect(await names(mine)).toEqual(['Once']);
  });

  it('have a name of their own, of each person', async () => {
    const first = await saved({ name: 'First' });
    await saved({ name: 'Second' });
    await saved({ name: 'First', shared: true }, colleague);
    const again = await saves({ name: 'First' });
    expect([again.status, codesOf(again)]).toEqual([422, ['name-taken']]);
    const renamed = await change(first.id, { name: 'Second', query: {} });
    expect([renamed.status, codesOf(renamed)]).toEqual([422, ['name-taken']]);
    expect((await change(first.id, { name: 'First', query: {} })).status).toBe(200);
    expect(await names(mine)).toEqual(['First', 'First', 'Second']);
  });

  it('come in pages by name, as many as a person may have and no more', async () => {
    const wanted = Array.from({ length: FILTER_LIMIT }, (_, nth) => `Filter ${String(nth).padStart(2, '0')}`);
    for (const name of wanted) await saved({ name });
    const oneMore = await saves({ name: 'One more' });
    expect([oneMore.status, codesOf(oneMore)]).toEqual([422, ['too-many-filters']]);
    const found: string[] = [];
    for (let next: string | null = `${FILTERS}?limit=20`; next !== null;) {
      const page = filterPage.parse((await mine.send(next)).body);
      found.push(...page.items.map(({ name }) => name));
      next = page.next;
    }
    expect(found).toEqual(wanted);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['a name too long', { name: 'x'.repeat(61) }, 'name'],
    ['what the worklist cannot be asked', { query: { stage: 'nowhere' } }, 'query.stage'],
    ['what is not of a filter', { query: { limit: 5 } }, 'query.limit'],
    ['nothing to filter by', { query: undefined }, 'query'],
  ])('are refused with %s', async (_, more, path) => {
    expect(await saves(more)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('are asked for by their id alone', async () => {
    expect((await mine.send(`${FILTERS}/nothing`)).status).toBe(404);
    expect(await mine.send(`${OPERATIONS}?filter=nothing`)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'filter' }] },
    });
  });
});
