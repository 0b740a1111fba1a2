import { randomUUID } from 'node:crypto';
import type { SavedFilter } from '../../../apps/api/filters/filter.schema';
import { worklistPage, type WorklistPage, type WorklistRow } from '../../../apps/api/operations/worklist.schema';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, LIAISON, SIO, SUPERVISOR, TASKING } from '../../support/stack';
import { HIGH_THREAT, LOW_THREAT } from '../../support/threat-inputs';

const OPERATIONS = '/api/v1/operations';
const rationale = 'Invented.';

describe('the worklist, sorted and narrowed', () => {
  let api: TestApi;
  let engine: Engine;
  let tasking: Caller;
  /** Somebody on the team of what each test makes, so that it finds that alone. */
  let member: string;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    tasking = await Caller.as('tasking-officer-norfolk', api.url);
  });
  beforeEach(() => {
    member = `member-${randomUUID().slice(0, 8)}`;
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const page = async (asked: string): Promise<WorklistPage> => {
    const { status, body } = await tasking.send(asked.startsWith('/') ? asked : `${OPERATIONS}?${asked}`);
    if (status !== 200) throw new Error(`${asked}: ${status} ${JSON.stringify(body)}`);
    return worklistPage.parse(body);
  };
  const references = async (asked: string) => (await page(asked)).items.map(({ reference }) => reference);
  const row = async (reference: string) => (await page(`search=${reference}`)).items[0] as WorklistRow;
  const inAssessment = async (happenedAt?: string) => {
    const reference = await engine.open();
    await engine.does(reference, TASKING, 'assignTeam', { person: member, role: 'intelligence-analyst' });
    await engine.does(reference, TASKING, 'submitReferral', {}, happenedAt);
    return reference;
  };
  const scored = async (reference: string, inputs: object) =>
    engine.does(reference, TASKING, 'recordThreatScore', { ...inputs, rationale });

  it('says of each what waits for a second person, its risk, and since when it is in assessment', async () => {
    const reference = await inAssessment('2026-01-05T09:00:00Z');
    const submittedAt = '2026-01-05T09:00:00.000Z';
    expect(await row(reference)).toMatchObject({ submittedAt, risk: null, awaiting: [] });
    await scored(reference, HIGH_THREAT);
    expect(await row(reference)).toMatchObject({ risk: 150, awaiting: ['threat-score-confirmation'] });
    await engine.does(reference, TASKING, 'confirmThreatScore', { risk: 150 });
    expect(await row(reference)).toMatchObject({ submittedAt, risk: 150, awaiting: ['tasking-decision'] });
    await engine.does(reference, TASKING, 'returnReferral', { questions: 'Invented?' });
    expect(await row(reference)).toMatchObject({ submittedAt: null, awaiting: ['referral-answers'] });
  });

  it('comes in the order of risk, then of waiting, page by page', async () => {
    const late = await inAssessment('2026-02-05T09:00:00Z');
    const early = await inAssessment('2026-01-05T09:00:00Z');
    const [low, high] = [await inAssessment(), await inAssessment()];
    await scored(low, LOW_THREAT);
    await scored(high, HIGH_THREAT);
    const found: string[] = [];
    for (let next: string | null = `person=${member}&order=risk&stage=assessment&limit=1`; next !== null;) {
      const { items, next: after }: WorklistPage = await page(next);
      found.push(...items.map(({ reference }) => reference));
      next = after;
    }
    expect(found).toEqual([high, low, early, late]);
  });

  it('comes in the order of what is due, without what is not', async () => {
    const due: string[] = [];
    for (const replyWithinDays of [9, 5, 7]) {
      const reference = await inAssessment();
      await engine.does(reference, LIAISON, 'openEuropolLiaison', { country: 'HU', purpose: rationale });
      const message = { direction: 'out', evaluation: { source: 'A', information: '1' }, handling: 'H1' };
      const question = { ...message, content: rationale, replyWithinDays };
      await engine.does(reference, LIAISON, 'recordEuropolMessage', question);
      due.push(reference);
    }
    await inAssessment();
    const [nine, five, seven] = due;
    expect(await references(`person=${member}&order=due`)).toEqual([five, seven, nine]);
    const soon = new Date(Date.now() + 6 * 86_400_000).toISOString();
    expect(await references(`person=${member}&dueBefore=${soon}`)).toEqual([five]);
  });

  it('finds operations by their code name or reference, and by who is on the team or referred them', async () => {
    const reference = await inAssessment();
    await scored(reference, LOW_THREAT);
    await engine.does(reference, TASKING, 'confirmThreatScore', { risk: 15 });
    const letters = [...randomUUID().slice(0, 8)].map((digit) => String.fromCharCode(97 + parseInt(digit, 16)));
    const codename = `Invented X${letters.join('')}`;
    await engine.does(reference, TASKING, 'adopt', { codename, products: ['travel'], rationale });
    for (const asked of [codename.toLowerCase(), codename.slice(0, 14).toUpperCase(), reference.toLowerCase()])
      expect(await references(`search=${encodeURIComponent(asked)}`)).toEqual([reference]);
    expect(await references(`person=${member}`)).toEqual([reference]);
    expect(await references(`person=${TASKING.id}&search=${reference}`)).toEqual([reference]);
    expect(await references(`person=${SIO.id}&search=${reference}`)).toEqual([]);
  });

  it('finds what waits for one thing, or for any', async () => {
    const [waiting, other] = [await inAssessment(), await inAssessment()];
    await scored(waiting, LOW_THREAT);
    expect(await references(`person=${member}&awaiting=threat-score-confirmation`)).toEqual([waiting]);
    expect(await references(`person=${member}&awaiting=tasking-decision`)).toEqual([]);
    expect(await references(`person=${member}&awaiting=any`)).toEqual([waiting]);
    await engine.does(other, SUPERVISOR, 'requestRollback', { to: 'referral', reason: rationale });
    expect(await references(`person=${member}&awaiting=any`)).toEqual([other, waiting]);
  });

  it('is what a saved filter says, but for what is given beside it', async () => {
    const [low, high] = [await inAssessment(), await inAssessment()];
    await scored(high, HIGH_THREAT);
    await scored(low, LOW_THREAT);
    const query = { person: member, order: 'risk', awaiting: 'any', dueBefore: '2030-01-01T00:00:00+01:00' };
    const saved = await tasking.post('/api/v1/filters', { name: `Invented ${member}`, query });
    const { id, query: kept } = saved.body as SavedFilter;
    expect(kept).toEqual({ ...query, dueBefore: '2029-12-31T23:00:00.000Z' });
    expect(await references(`filter=${id}`)).toEqual([]);
    const { dueBefore: _, ...less } = query;
    await tasking.send(`/api/v1/filters/${id}`, { method: 'PUT', body: { name: `Invented ${member}`, query: less } });
    const first = await page(`filter=${id}&limit=1`);
    expect(first.items.map(({ reference }) => reference)).toEqual([high]);
    expect(await references(first.next as string)).toEqual([low]);
    expect(await references(`filter=${id}&order=changed`)).toEqual([low, high]);
    await tasking.send(`/api/v1/filters/${id}`, { method: 'DELETE' });
  });

  it('is refused where it cannot be sorted or narrowed so', async () => {
    const wrong = {
      ...{ order: 'newest', awaiting: 'nothing', search: 'x', dueBefore: 'tomorrow', person: 'Jane Doe' },
      cursor: Buffer.from('["due"]').toString('base64url'),
    };
    for (const [name, value] of Object.entries(wrong)) {
      const reply = await tasking.send(`${OPERATIONS}?${name}=${encodeURIComponent(value)}`);
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: name }] } });
    }
    for (const query of [{ limit: 5 }, { cursor: 'x' }, { order: 'newest' }])
      expect((await tasking.post('/api/v1/filters', { name: 'Invented', query })).status).toBe(400);
  });
});
