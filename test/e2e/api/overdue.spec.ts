import { overduePage, type OverdueItem } from '../../../apps/api/overdue/overdue.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { ownReference } from '../../support/own-reference';
import { Engine, eventually, LIAISON, REFERRAL, SIO, SUPERVISOR, TASKING } from '../../support/stack';

const OVERDUE = '/api/v1/overdue';
/** Nothing of any other test is overdue for as long as what is here. */
const OURS = 'violence-against-women-and-girls';
const MESSAGE = {
  direction: 'out',
  evaluation: { source: 'A', information: '2' },
  handling: 'H1',
  content: 'Invented.',
};

describe('what is overdue', () => {
  let api: TestApi;
  let engine: Engine;
  let supervisor: Caller;
  const opened: string[] = [];

  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    supervisor = await Caller.as('supervisor-norfolk', api.url);
    for (let nth = 0; nth < 2; nth++) opened.push(await inAssessment());
    await asks(opened[0] as string, '2019-01-01T00:00:00.000Z');
    await asks(opened[0] as string, '2019-01-03T00:00:00.000Z');
    await asks(opened[1] as string, '2019-01-02T00:00:00.000Z');
    await asks(opened[1] as string, new Date().toISOString());
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const inAssessment = async () => {
    const reference = ownReference();
    const referral = { ...REFERRAL, threatArea: OURS };
    await engine.gateway.open(reference, engine.envelope(TASKING, 'openReferral', referral), null);
    await engine.does(reference, TASKING, 'submitReferral', {});
    await engine.does(reference, LIAISON, 'openEuropolLiaison', { country: 'HU', purpose: 'Invented.' });
    return reference;
  };
  const asks = (reference: string, when: string) =>
    engine.does(reference, LIAISON, 'recordEuropolMessage', { ...MESSAGE, replyWithinDays: 10 }, when);
  const asked = async (query = '', by = supervisor) => {
    const { status, body } = await by.send(`${OVERDUE}?threatArea=${OURS}${query}`);
    expect(status).toBe(200);
    return overduePage.parse(body);
  };
  const told = (items: readonly OverdueItem[]) =>
    items
      .filter(({ reference }) => opened.includes(reference))
      .map(({ reference, about }) => `${opened.indexOf(reference)}:${about}`);

  it('is listed thing by thing, the longest overdue first, also once Waymark has reminded of it', async () => {
    await eventually(
      'the reminders',
      async () => (await engine.state(opened[1] as string)).liaison.messages[0]?.reminded,
    );
    const { items } = await asked();
    expect(told(items)).toEqual(['0:M1', '1:M1', '0:M2']);
    expect(items[0]).toMatchObject({
      ...{ reference: opened[0], stage: 'assessment', leadForce: 'norfolk', threatArea: OURS, kind: 'europol-answer' },
      ...{ about: 'M1', due: '2019-01-11T00:00:00.000Z', lastDay: null, person: null },
    });
  });

  it('comes page by page, and is narrowed', async () => {
    const first = await asked('&limit=1');
    expect(told(first.items)).toEqual(['0:M1']);
    const { body } = await supervisor.send(first.next ?? '');
    expect(told(overduePage.parse(body).items)).toEqual(['1:M1']);
    expect(told((await asked('&stage=assessment&leadForce=norfolk&kind=europol-answer')).items)).toHaveLength(3);
    for (const other of ['&stage=enforcement', '&leadForce=kent', '&kind=product-task'])
      expect(told((await asked(other)).items)).toEqual([]);
    for (const wrong of ['stage=nowhere', 'kind=x', 'cursor=x'])
      expect((await supervisor.send(`${OVERDUE}?${wrong}`)).status).toBe(400);
  });

  it('is nothing any more once it is answered, and nothing for those who do not see it', async () => {
    const reply = { ...MESSAGE, direction: 'in', answers: 'M1' };
    await engine.does(opened[0] as string, LIAISON, 'recordEuropolMessage', reply);
    expect(told((await asked()).items)).toEqual(['1:M1', '0:M2']);
    expect(told((await asked('', await Caller.as('supervisor-essex', api.url))).items)).toEqual([]);
    await engine.does(opened[1] as string, SUPERVISOR, 'excludePerson', { person: SIO.id, reason: 'Invented.' });
    expect(told((await asked('', await Caller.as('senior-investigator-norfolk', api.url))).items)).toEqual(['0:M2']);
  });
});
