import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { inboxPage, type InboxPage } from '../../../apps/api/inbox/inbox.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { eventually, REFERRAL } from '../../support/stack';

const OPERATIONS = '/api/v1/operations';

describe('the inbox', () => {
  let api: TestApi;
  let tasking: Caller;
  let analyst: Caller;
  beforeAll(async () => {
    api = await startApi();
    tasking = await Caller.as('tasking-officer-norfolk', api.url);
    analyst = await Caller.as('intelligence-analyst-norfolk', api.url);
  });
  afterAll(() => api.close());

  const page = async (by: Caller, query = ''): Promise<InboxPage> =>
    inboxPage.parse((await by.send(`/api/v1/inbox${query}`)).body);

  it('tells a person of what concerns them, until they have read it', async () => {
    const { reference } = (await tasking.post(OPERATIONS, REFERRAL)).body as CommandAnswer;
    await tasking.post(`${OPERATIONS}/${reference}/commands/assignTeam`, {
      person: 'intelligence-analyst-norfolk',
      role: 'intelligence-analyst',
    });
    const ours = async (query = '') => (await page(analyst, query)).items.find((item) => item.reference === reference);
    const item = await eventually('the entry', () => ours());
    expect(item).toMatchObject({ type: 'teamAssigned', readAt: null });
    expect((await page(tasking)).items.some((other) => other.id === item.id)).toBe(false);

    const read = await analyst.post(`/api/v1/inbox/${item.id}/read`, undefined);
    expect(read).toMatchObject({
      status: 200,
      body: { id: item.id, readAt: expect.any(String) as string },
    });
    const again = await analyst.post(`/api/v1/inbox/${item.id}/read`, undefined);
    expect(again.body).toEqual(read.body);
    expect(await ours('?unread=true')).toBeUndefined();
    expect(await ours()).toMatchObject({ id: item.id });
  });

  it('is each person’s own', async () => {
    const { items } = await page(analyst, '?limit=1');
    const id = String(items[0]?.id);
    expect(await tasking.post(`/api/v1/inbox/${id}/read`, undefined)).toMatchObject({ status: 404 });
    expect(await tasking.post('/api/v1/inbox/x/read', undefined)).toMatchObject({ status: 404 });
  });

  it('pages without repeating', async () => {
    const { reference } = (await tasking.post(OPERATIONS, REFERRAL)).body as CommandAnswer;
    const person = 'intelligence-analyst-norfolk';
    for (const role of ['intelligence-analyst', 'rocu-liaison-officer', 'digital-media-investigator'])
      await tasking.post(`${OPERATIONS}/${reference}/commands/assignTeam`, { person, role });
    await eventually('three entries', async () => {
      const { items } = await page(analyst, '?limit=100');
      return items.filter((item) => item.reference === reference).length === 3;
    });
    const first = await page(analyst, '?limit=2');
    const second = inboxPage.parse((await analyst.send(first.next as string)).body);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    const places = [...first.items, ...second.items].map(({ occurredAt }) => occurredAt);
    expect(new Set(ids).size).toBe(ids.length);
    expect(places).toEqual(places.toSorted().reverse());
  });
});
