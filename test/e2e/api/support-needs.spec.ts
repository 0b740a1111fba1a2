import { actionList } from '../../../apps/api/actions/action.schema';
import { supportNeedList } from '../../../apps/api/support-needs/support-need.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, SIO } from '../../support/stack';

const NEEDS = '/api/v1/support-needs';

describe('the themes of the support-need assessment', () => {
  let api: TestApi;
  let engine: Engine;
  let administrator: Caller;
  let officer: Caller;
  let reference: string;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    administrator = await Caller.as('administrator-ersou', api.url);
    officer = await Caller.as('senior-investigator-norfolk', api.url);
    reference = await engine.inAssessment();
    await engine.does(reference, SIO, 'addSubject', {
      roles: ['potential-victim'],
      name: 'Invented',
      grounds: 'Invented.',
    });
    const record = { victim: 'S1', age: 'adult', exploitation: ['labour'], identity: 'Invented' };
    await engine.does(reference, SIO, 'openVictimRecord', record);
  });
  afterEach(() => engine.pool.query(`DELETE FROM support_need WHERE position > 100`));
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const list = async () => supportNeedList.strict().parse((await officer.send(NEEDS)).body).items;
  const put = (code: string, body: object, by = administrator, headers: Readonly<Record<string, string>> = {}) =>
    by.send(`${NEEDS}/${code}`, { method: 'PUT', body, headers });
  const assess = (needs: readonly string[]) =>
    officer.post(`/api/v1/operations/${reference}/commands/assessNeeds`, { victim: 'S1', needs, note: 'Invented.' });
  const offered = async () => {
    const { items } = actionList.parse((await officer.send(`/api/v1/operations/${reference}/actions`)).body);
    return items.find(({ command }) => command === 'assessNeeds')?.body?.['properties'] as {
      needs: { items: { enum: string[] } };
    };
  };

  it('are eighteen to begin with, in their order', async () => {
    // Whoever tests the pages adds themes of their own.
    const items = (await list()).filter(({ code }) => !code.startsWith('theme-'));
    expect(items).toHaveLength(18);
    expect(items[0]).toEqual({
      code: 'accommodation',
      title: 'Accommodation',
      position: 1,
      retired: false,
      version: 1,
    });
  });

  it('are made, used, and retired by an administrator; an assessment names those that are offered', async () => {
    expect(await assess(['pet-care'])).toMatchObject({ status: 422, body: { blockers: [{ code: 'no-such-need' }] } });
    expect((await put('pet-care', { title: 'Care of pets', position: 101 })).status).toBe(200);
    expect((await assess(['pet-care', 'safety'])).status).toBe(200);
    expect((await offered()).needs.items.enum).toContain('pet-care');

    const retired = { title: 'Care of pets', position: 101, retired: true };
    expect((await put('pet-care', retired)).headers.get('etag')).toBe('"2"');
    expect((await offered()).needs.items.enum).not.toContain('pet-care');
    expect(await assess(['pet-care'])).toMatchObject({ status: 422 });
    expect((await engine.state(reference)).victims[0]?.needs).toEqual(['pet-care', 'safety']);
  });

  it('are for administrators to change, and only as they have seen them', async () => {
    const body = { title: 'Care of pets', position: 102 };
    expect(await put('pet-care', body, officer)).toMatchObject({ status: 403 });
    expect(await put('Pet care', body)).toMatchObject({ status: 400 });
    expect(await put('pet-care', body, administrator, { 'if-match': '"1"' })).toMatchObject({ status: 404 });
    await put('pet-care', body);
    await put('pet-care', body);
    expect(await put('pet-care', body, administrator, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      body: { current: 2 },
    });
  });
});
