import { disclosureSchedule } from '../../../apps/api/disclosure/disclosure.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, SIO } from '../../support/stack';

describe('disclosure schedules', () => {
  let api: TestApi;
  let engine: Engine;
  let officer: Caller;
  let reference: string;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    officer = await Caller.as('senior-investigator-norfolk', api.url);
    reference = await engine.inProsecution();
    const lists = (schedule: string, description: string) =>
      engine.does(reference, SIO, 'listDisclosureItem', { schedule, description });
    await lists('MG6C', 'Invented notebook');
    await lists('MG6D', 'Invented sensitive log');
    await lists('MG6C', '=Invented, with "quotes"');
    await engine.does(reference, SIO, 'amendDisclosureItem', {
      item: 'D1',
      description: 'Invented notebook, pages 1 to 9',
    });
    await engine.does(reference, SIO, 'decideDisclosure', {
      item: 'D3',
      decision: 'disclose',
      reason: 'Invented reason',
    });
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const path = (schedule: string, more = '') => `/api/v1/operations/${reference}/disclosure/${schedule}${more}`;

  it('hold their own items, each with its latest wording and decision', async () => {
    const found = disclosureSchedule.strict().parse((await officer.send(path('MG6C'))).body);
    expect(found).toMatchObject({ operation: reference, marking: 'OFFICIAL', schedule: 'MG6C' });
    expect(found.items).toMatchObject([
      { item: 'D1', description: { text: 'Invented notebook, pages 1 to 9' }, decision: null, reason: null },
      { item: 'D3', decision: 'disclose', reason: { text: 'Invented reason' }, decidedBy: SIO.id },
    ]);
    expect(((await officer.send(path('MG6D'))).body as { items: unknown[] }).items).toMatchObject([{ item: 'D2' }]);
    expect((await officer.send(path('MG6E'))).body).toMatchObject({ items: [] });
  });

  it('are exported as lines that no spreadsheet runs', async () => {
    const { headers, body } = await officer.send(path('MG6C', '?format=csv'));
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${reference}-MG6C.csv"`);
    const lines = String(body).split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      'MG6C,Schedule of relevant non-sensitive unused material',
      expect.stringContaining(`Operation,${reference},version,`),
    ]);
    expect(lines.find((line) => line.startsWith('D3'))).toContain(`D3,"'=Invented, with ""quotes""",${SIO.id},`);
  });

  it('are for those who disclose, and for operations and schedules that there are', async () => {
    const liaison = await Caller.as('rocu-liaison-officer-ersou', api.url);
    expect(await liaison.send(path('MG6C'))).toMatchObject({ status: 403, body: { blockers: [{ code: 'role' }] } });
    expect((await officer.send(path('MG6X'))).status).toBe(400);
    expect((await officer.send('/api/v1/operations/OP-2020-999999/disclosure/MG6C')).status).toBe(404);
  });
});
