import type { TimelineSummary } from '../../../apps/api/timeline/event.schema';
import type { ShownEvent } from '../../../apps/api/timeline/timeline.read';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, LIAISON, SIO, TASKING } from '../../support/stack';

describe('what a timeline holds', () => {
  let api: TestApi;
  let engine: Engine;
  let officer: Caller;
  let reference: string;

  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    officer = await Caller.as('tasking-officer-norfolk', api.url);
    reference = await engine.inAssessment();
    for (const name of ['Invented One', 'Invented Two'])
      await engine.does(reference, SIO, 'addSubject', { roles: ['suspect'], name, grounds: 'Invented.' });
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const of = (path: string) => `/api/v1/operations/${reference}/timeline${path}`;
  const events = async (path: string) =>
    ((await officer.send(of(path))).body as { items: readonly ShownEvent[] }).items.map(({ sequence }) => sequence);

  it('is counted by type and by whom, with the first and the last moment', async () => {
    const { status, body } = await officer.send(of('/summary'));
    expect(status).toBe(200);
    const { first, last, ...counted } = body as TimelineSummary;
    expect(counted).toEqual({
      reference,
      events: 5,
      types: { referralOpened: 1, referralSubmitted: 1, europolLiaisonOpened: 1, subjectAdded: 2 },
      actors: { [TASKING.id]: 2, [LIAISON.id]: 1, [SIO.id]: 2 },
    });
    expect(Date.parse(first)).toBeLessThan(Date.parse(last));
  });

  it('is nothing of what there is not, or is not seen', async () => {
    expect((await officer.send('/api/v1/operations/OP-2020-999999/timeline/summary')).status).toBe(404);
    const stranger = await Caller.as('tasking-officer-essex', api.url);
    expect((await stranger.send(of('/summary'))).status).toBe(404);
  });

  it('can be read from an event backwards', async () => {
    expect(await events('?before=4&order=desc')).toEqual([3, 2, 1]);
    expect(await events('?before=5&order=desc&limit=1')).toEqual([4]);
    expect(await events('?before=5&about=S1')).toEqual([4]);
    expect(await events('?before=1')).toEqual([]);
    expect((await officer.send(of('?before=0'))).status).toBe(400);
    expect((await officer.send(of('?before=x'))).status).toBe(400);
  });
});
