import { randomUUID } from 'node:crypto';
import { accessPage } from '../../../apps/api/access-log/access-log.schema';
import type { BulkAct, BulkView } from '../../../apps/api/bulk/bulk.schema';
import { workload, type Load } from '../../../apps/api/workload/workload.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, eventually, LIAISON, SUPERVISOR } from '../../support/stack';

const LONG_AGO = '2020-01-01T00:00:00.000Z';

describe('the workload of people', () => {
  let api: TestApi;
  let engine: Engine;
  let supervisor: Caller;
  const person = `analyst-${randomUUID().slice(0, 8)}`;
  const role = 'intelligence-analyst';
  let busy: string;
  let quiet: string;

  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    supervisor = await Caller.as('supervisor-norfolk', api.url);
    [busy, quiet] = [await engine.inAssessment(), await engine.open()];
    for (const reference of [busy, quiet]) await engine.does(reference, SUPERVISOR, 'assignTeam', { person, role });
    await engine.does(
      busy,
      LIAISON,
      'recordEuropolMessage',
      {
        ...{ direction: 'out', evaluation: { source: 'A', information: '2' }, handling: 'H1' },
        ...{ content: 'Invented question.', replyWithinDays: 10 },
      },
      LONG_AGO,
    );
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const theirs = async (query = '', by = supervisor): Promise<Load | undefined> =>
    workload.parse((await by.send(`/api/v1/workload${query}`)).body).items.find((load) => load.person === person);

  it('counts the open operations on whose team each is, and what of these is overdue', async () => {
    expect(await theirs()).toMatchObject({
      roles: [role],
      operations: 2,
      overdue: 1,
      nextDueAt: '2020-01-11T00:00:00.000Z',
    });
    await engine.does(quiet, SUPERVISOR, 'assignTeam', { person, role: 'digital-media-investigator' });
    expect(await theirs()).toMatchObject({ roles: ['digital-media-investigator', role], operations: 2 });
    expect((await theirs('?leadForce=norfolk'))?.operations).toBe(2);
    expect(await theirs('?leadForce=kent')).toBeUndefined();
    const { items } = workload.parse((await supervisor.send('/api/v1/workload')).body);
    const overdue = items.map((load) => load.overdue);
    expect(overdue).toEqual(overdue.toSorted((one, other) => other - one));
  });

  it('counts nothing that whoever asks does not see, and is for those who assign people', async () => {
    expect(await theirs('', await Caller.as('supervisor-essex', api.url))).toBeUndefined();
    const analyst = await Caller.as('intelligence-analyst-norfolk', api.url);
    expect(await analyst.send('/api/v1/workload')).toMatchObject({
      status: 403,
      body: { blockers: [{ code: 'role' }] },
    });
    expect((await supervisor.send('/api/v1/workload?leadForce=nowhere')).status).toBe(400);
  });

  it('goes down as somebody is released from many operations at once', async () => {
    const { body } = await supervisor.post('/api/v1/bulk', {
      ...{ command: 'releaseTeamMember', operations: [busy, quiet], reason: 'Invented: another takes over.' },
      body: { person, role, reason: 'Invented: another takes over.' },
    });
    const { id } = body as BulkAct;
    await eventually('the end of the bulk act', async () => {
      const view = (await supervisor.send(`/api/v1/bulk/${id}`)).body as BulkView;
      return view.state === 'done' && view.counts.done === 2;
    });
    expect(await theirs()).toMatchObject({ roles: ['digital-media-investigator'], operations: 1 });
  });

  it('and the access log can be asked for one network address', async () => {
    const asked = async (address: string) =>
      accessPage.parse((await supervisor.send(`/api/v1/access-log?address=${address}&limit=5`)).body).items;
    expect((await asked('127.0.0.1')).every(({ address }) => address === '127.0.0.1')).toBe(true);
    expect(await asked('192.0.2.1')).toEqual([]);
  });
});
