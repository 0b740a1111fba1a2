import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { figures, type Figures } from '../../../apps/api/figures/figures.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { LOW_THREAT } from '../../support/threat-inputs';
import { REFERRAL } from '../../support/stack';

const FIGURES = '/api/v1/figures';
const OURS = { leadForce: 'essex', threatArea: 'organised-immigration-crime' } as const;
/** A time in which no other test's operations were opened, some of which draw their force and threat area by lot. */
const THEN = { from: '2024-01-01', to: '2024-02-28' } as const;
const FILTER = new URLSearchParams({ ...OURS, ...THEN }).toString();

describe('the figures of the programme', () => {
  let api: TestApi;
  let tasking: Caller;
  let supervisor: Caller;
  beforeAll(async () => {
    api = await startApi();
    tasking = await Caller.as('tasking-officer-essex', api.url);
    supervisor = await Caller.as('supervisor-essex', api.url);
    await opened('2024-02-01');
    const adopted = await opened('2024-02-01');
    await gives(adopted, 'submitReferral', {}, '2024-02-03');
    await gives(adopted, 'recordThreatScore', { ...LOW_THREAT, rationale: 'Invented.' }, '2024-02-04');
    await gives(adopted, 'confirmThreatScore', { risk: 15 }, '2024-02-04');
    const adoption = { codename: 'Sample', products: ['network'], rationale: 'Invented.' };
    await gives(adopted, 'adopt', adoption, '2024-02-13');
  });
  afterAll(() => api.close());

  const at = (day: string) => ({ happenedAt: `${day}T09:00:00Z` });
  const opened = async (day: string) => {
    const { body, status } = await tasking.post('/api/v1/operations', { ...REFERRAL, ...OURS, ...at(day) });
    expect(status).toBe(201);
    return (body as CommandAnswer).reference;
  };
  const gives = async (reference: string, command: string, body: object, day: string, by = tasking) => {
    const answer = await by.post(`/api/v1/operations/${reference}/commands/${command}`, { ...body, ...at(day) });
    expect(answer).toMatchObject({ status: 200 });
  };
  const read = async (query = FILTER): Promise<Figures> =>
    figures.strict().parse((await supervisor.send(`${FIGURES}?${query}`)).body);

  it('count what people have done through the API, each with its definition', async () => {
    const found = await read();
    expect(found).toMatchObject({
      ...OURS,
      ...THEN,
      operations: { total: 2, byStage: { referral: 1, 'intelligence-build': 1 } },
      timeInStage: { referral: { count: 1, medianDays: 2 }, assessment: { count: 1, medianDays: 10 } },
      decisions: { adopted: { count: 1, medianDays: 10, ninetiethPercentileDays: 10 }, declined: { count: 0 } },
    });
    for (const definition of Object.values(found.definitions)) expect(definition).toMatch(/^[A-Z].{40,}\.$/);
    const earlier = await read(new URLSearchParams({ ...OURS, ...THEN, to: '2024-02-12' }).toString());
    expect(earlier).toMatchObject({ operations: { total: 2 }, decisions: { adopted: { count: 0 } } });
    const { from, to, operations } = await read(new URLSearchParams(OURS).toString());
    expect({ from, to }).toEqual({ from: null, to: null });
    expect(operations.total).toBeGreaterThanOrEqual(2);
  });

  it('are a table on request, a line a number', async () => {
    const { status, headers, body } = await supervisor.send(`${FIGURES}?${FILTER}&format=csv`, {
      headers: { accept: 'text/csv' },
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toBe('attachment; filename="figures.csv"');
    const lines = String(body).split('\r\n');
    expect(lines[0]).toBe('figure,of,value,definition');
    expect(lines).toContain('asked,leadForce,essex,');
    expect(lines.filter((line) => line.startsWith('decisions,adopted.medianDays,10,"Decisions taken'))).toHaveLength(1);
  });

  it('are for those who answer for the programme', async () => {
    expect((await tasking.send(FIGURES)).status).toBe(200);
    for (const person of [
      'administrator-ersou',
      'senior-investigator-norfolk',
      'intelligence-analyst-norfolk',
    ] as const)
      for (const format of ['json', 'csv'])
        expect(await (await Caller.as(person, api.url)).send(`${FIGURES}?format=${format}`)).toMatchObject({
          status: 403,
          body: { type: '/problems/forbidden', blockers: [{ code: 'role' }] },
        });
  });

  it('count nothing that whoever asks does not see', async () => {
    const elsewhere = await Caller.as('supervisor-norfolk', api.url);
    const { body } = await elsewhere.send(`${FIGURES}?${FILTER}`);
    expect(figures.strict().parse(body)).toMatchObject({
      operations: { total: 0 },
      decisions: { adopted: { count: 0 } },
    });
    // Once decided, it is not a referral of the force any more; whoever referred it still sees it.
    expect((await tasking.send(`${FIGURES}?${FILTER}`)).body).toMatchObject({ operations: { total: 2 } });
  });

  it.each([
    ['from=2024-02-30', 'from'],
    ['from=2024-02-02&to=2024-02-01', 'to'],
    ['leadForce=nowhere', 'leadForce'],
    ['format=pdf', 'format'],
    ['stage=referral', 'stage'],
  ])('are not told for %s', async (query, path) => {
    expect(await supervisor.send(`${FIGURES}?${query}`)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });
});
