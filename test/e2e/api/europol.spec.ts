import { messageFileV1 } from '../../../platform/europol/message-file.v1';
import type { LiaisonMessage } from '../../../platform/europol/message-format';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, LIAISON, SUPERVISOR } from '../../support/stack';

describe('messages of Europol liaison as files', () => {
  let api: TestApi;
  let engine: Engine;
  let liaison: Caller;
  let reference: string;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    liaison = await Caller.as('rocu-liaison-officer-ersou', api.url);
  });
  beforeEach(async () => {
    reference = await engine.inAssessment();
    await engine.does(reference, LIAISON, 'recordEuropolMessage', {
      direction: 'out',
      evaluation: { source: 'A', information: '2' },
      handling: 'H3',
      handlingText: 'Invented condition.',
      content: 'Invented question.',
      replyWithinDays: 10,
    });
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const messages = () => `/api/v1/operations/${reference}/europol/messages`;
  const reply = (more: Partial<LiaisonMessage> = {}): object =>
    JSON.parse(
      messageFileV1.write({
        reference: 'HU/2026/77',
        inReplyTo: `${reference}/M1`,
        from: 'HU',
        to: 'GB',
        sentAt: '2026-01-20T08:00:00.000Z',
        marking: null,
        evaluation: { source: 'B', information: '1' },
        handling: { code: 'H1', text: null },
        content: 'Invented answer.',
        ...more,
      }),
    ) as object;
  const take = (file: object, by = liaison) => by.post(`${messages()}/files`, file);

  it('go out as they were recorded, addressed to the country that liaison was opened with', async () => {
    const { headers, body } = await liaison.send(`${messages()}/M1/file`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${reference}-M1.json"`);
    expect(messageFileV1.schema.parse(body)).toMatchObject({
      reference: `${reference}/M1`,
      inReplyTo: null,
      from: 'GB',
      to: 'HU',
      handling: { code: 'H3', text: 'Invented condition.' },
      content: 'Invented question.',
    });
  });

  it('come in as messages received, linked to what they answer; the next of ours quotes their reference', async () => {
    expect((await take(reply())).status).toBe(200);
    const { liaison: now, nextDueAt } = await engine.state(reference);
    expect(now.messages).toMatchObject([
      { id: 'M1', answered: true },
      { id: 'M2', direction: 'in' },
    ]);
    expect(nextDueAt).toBeNull();

    const thanks = { direction: 'out', answers: 'M2', evaluation: { source: 'A', information: '1' }, handling: 'H0' };
    await engine.does(reference, LIAISON, 'recordEuropolMessage', { ...thanks, content: 'Invented thanks.' });
    expect((await liaison.send(`${messages()}/M3/file`)).body).toMatchObject({ inReplyTo: 'HU/2026/77' });
  });

  it('are refused, field by field, where they were changed or answer another operation', async () => {
    const changed = { ...reply(), content: 'Something else.' };
    expect(await take(changed)).toMatchObject({ status: 400, body: { errors: [{ path: 'digest' }] } });
    expect(await take(reply({ inReplyTo: 'OP-2020-000001/M1' }))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'inReplyTo' }] },
    });
    expect(await take(reply({ inReplyTo: `${reference}/M9` }))).toMatchObject({ status: 422 });
    expect((await engine.state(reference)).liaison.messages).toHaveLength(1);
  });

  it('are carried by those of the liaison alone', async () => {
    const supervisor = await Caller.as(SUPERVISOR.id as 'supervisor-norfolk', api.url);
    expect(await supervisor.send(`${messages()}/M1/file`)).toMatchObject({ status: 403 });
    expect(await take(reply(), supervisor)).toMatchObject({ status: 403, body: { blockers: [{ code: 'role' }] } });
  });

  it('are not there for what was received, or never was', async () => {
    await take(reply());
    for (const message of ['M2', 'M7', 'X1'])
      expect((await liaison.send(`${messages()}/${message}/file`)).status).toBe(404);
  });
});
