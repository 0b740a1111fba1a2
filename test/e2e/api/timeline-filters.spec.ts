import type { z } from 'zod';
import { timelinePage } from '../../../apps/api/timeline/event.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, LIAISON, SIO, SUPERVISOR } from '../../support/stack';

const OPERATIONS = '/api/v1/operations';
const EARLY = '2026-01-05T09:00:00.000Z';
const LATER = '2026-02-05T09:00:00.000Z';
const text = 'Invented.';

describe('the timeline, narrowed', () => {
  let api: TestApi;
  let engine: Engine;
  let sio: Caller;
  let reference: string;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    sio = await Caller.as('senior-investigator-norfolk', api.url);
    reference = await engine.inProsecution();
    await engine.does(reference, SIO, 'addIdentifier', { subject: 'S1', kind: 'phone', value: text }, EARLY);
    await engine.does(reference, SIO, 'recordSearch', { premises: 'P1', power: 'pace-s17', outcome: text }, LATER);
    await engine.does(reference, SIO, 'requestTranslation', { language: 'hu', extract: text });
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const page = async (path: string): Promise<z.output<typeof timelinePage>> => {
    const { status, body } = await sio.send(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return timelinePage.parse(body);
  };
  const types = async (asked: string, of = reference) =>
    (await page(`${OPERATIONS}/${of}/timeline?limit=100&${asked}`)).items.map(({ type }) => type);

  it('has the events of the types that are asked for', async () => {
    expect(await types('type=packageSignedOff,packageSubmitted')).toEqual(['packageSubmitted', 'packageSignedOff']);
    expect(await types('type=operationClosed')).toEqual([]);
  });

  it('has what one person did', async () => {
    expect(await types(`actor=${SUPERVISOR.id}`)).toEqual(['packageSignedOff']);
    expect(await types(`actor=${LIAISON.id}&type=europolLiaisonOpened,adopted`)).toEqual(['europolLiaisonOpened']);
  });

  it('has what names a subject, premises, a product or a translation, wherever a payload names it', async () => {
    expect(await types('about=S1')).toEqual(['subjectAdded', 'arrestRecorded', 'identifierAdded']);
    expect(await types('about=P1')).toEqual(['enforcementPlanSigned', 'searchRecorded']);
    expect(await types('about=travel')).toEqual(['adopted', 'productCompleted']);
    expect(await types('about=T1&type=translationRequested')).toEqual(['translationRequested']);
    expect(await types('about=S9')).toEqual([]);
  });

  it('finds nothing by a text: what people wrote is not looked through', async () => {
    const { items } = await page(`${OPERATIONS}/${reference}/timeline?type=productCompleted`);
    const { record } = items[0]?.payload['summary'] as { record: string };
    const reply = await sio.send(`${OPERATIONS}/${reference}/timeline?about=${record}`);
    // A name of a record that begins with a digit is nothing that may be asked for.
    expect(reply.status === 400 ? [] : (reply.body as z.output<typeof timelinePage>).items).toEqual([]);
  });

  it('does not tell who sees one operation what it says of others', async () => {
    const reply = await sio.send(`${OPERATIONS}/${reference}/timeline?about=OP-2026-000001`);
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: 'about' }] } });
  });

  it('has what happened from a moment on and before another, whenever it was recorded', async () => {
    expect(await types(`from=${EARLY}&to=${LATER}`)).toEqual(['identifierAdded']);
    expect(await types(`to=${LATER}`)).toEqual(['identifierAdded']);
    expect(await types('from=2026-02-05T10:00:00%2B01:00&to=2026-02-06T00:00:00Z')).toEqual(['searchRecorded']);
  });

  it('pages through what was found, in either order, merged or not', async () => {
    for (const merged of ['true', 'false'])
      for (const order of ['asc', 'desc']) {
        const found: string[] = [];
        const asked = `about=S1&type=subjectAdded,arrestRecorded,identifierAdded&actor=${SIO.id}&from=2020-01-01T00:00:00Z`;
        const first = `${OPERATIONS}/${reference}/timeline?limit=1&order=${order}&merged=${merged}&${asked}`;
        for (let next: string | null = first; next !== null;) {
          const { items, next: after }: z.output<typeof timelinePage> = await page(next);
          found.push(...items.map(({ type }) => type));
          next = after;
        }
        const expected = ['subjectAdded', 'arrestRecorded', 'identifierAdded'];
        expect(found).toEqual(order === 'asc' ? expected : expected.toReversed());
      }
  });

  it('refuses what it cannot be narrowed to', async () => {
    const wrong = { type: 'adopted,unheardOf', about: 'Jane Doe', from: '2026-01-01', to: '0000-01-01T00:00:00Z' };
    for (const [name, value] of Object.entries(wrong)) {
      const reply = await sio.send(`${OPERATIONS}/${reference}/timeline?${name}=${encodeURIComponent(value)}`);
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: name }] } });
    }
  });
});
