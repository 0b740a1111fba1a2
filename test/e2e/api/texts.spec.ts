import { randomUUID } from 'node:crypto';
import { operationView } from '../../../apps/api/operations/operation.schema';
import { timelinePage } from '../../../apps/api/timeline/event.schema';
import type { Export } from '../../../platform/export/export.schema';
import { verifyExport } from '../../../platform/export/verify-export';
import { unzipped } from '../../support/unzipped';
import { verifyOperation } from '../../../platform/timeline/verify';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, SIO } from '../../support/stack';

const IDENTITY = 'Invented identity of somebody';
const NAME = 'Name withheld';

describe('texts of an operation', () => {
  let api: TestApi;
  let engine: Engine;
  let investigator: Caller;
  let supervisor: Caller;
  let reference: string;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    investigator = await Caller.as('senior-investigator-norfolk', api.url);
    supervisor = await Caller.as('supervisor-norfolk', api.url);
  });
  beforeEach(async () => {
    reference = await engine.inAssessment();
    await engine.does(reference, SIO, 'addSubject', { roles: ['potential-victim'], name: NAME, grounds: 'Invented.' });
    const record = { victim: 'S1', age: 'adult', exploitation: ['labour'], identity: IDENTITY };
    await engine.does(reference, SIO, 'openVictimRecord', record);
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const path = () => `/api/v1/operations/${reference}`;
  const timeline = async (by: Caller) => timelinePage.parse((await by.send(`${path()}/timeline`)).body).items;
  const identity = async (by: Caller) => (await timeline(by)).at(-1)?.payload['identity'];

  describe('that are restricted', () => {
    it('are shown to those who hold the permission, whatever the roles of the others', async () => {
      expect(await identity(supervisor)).toMatchObject({ text: IDENTITY, status: 'intact' });
      expect(await identity(investigator)).toMatchObject({ text: null, status: 'restricted' });
    });

    it('are several kinds, each with a permission of its own', async () => {
      const analyst = await Caller.as('intelligence-analyst-norfolk', api.url);
      await engine.does(reference, SIO, 'recordIntelligenceReport', {
        grade: { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' },
        ...{ source: 'Invented source', sourceHandling: 'Invented handling', content: 'Invented content' },
      });
      const report = async (by: Caller) =>
        (await timeline(by)).at(-1)?.payload as Record<string, { text: string | null }>;
      const read = async (by: Caller) => {
        const { source, sourceHandling, content } = await report(by);
        return [source?.text, sourceHandling?.text, content?.text];
      };
      expect(await read(supervisor)).toEqual(['Invented source', 'Invented handling', 'Invented content']);
      expect(await read(analyst)).toEqual(['Invented source', null, 'Invented content']);
      expect(await read(investigator)).toEqual([null, null, 'Invented content']);
    });

    it('are left out of exports by others, which still prove themselves', async () => {
      const take = async (by: Caller) => (await by.send(`${path()}/export`)).body as Export;
      const [whole, part] = [await take(supervisor), await take(investigator)];
      expect(JSON.stringify(whole)).toContain(IDENTITY);
      expect(JSON.stringify(part)).not.toContain(IDENTITY);
      expect(part.texts.filter(({ withheld }) => withheld)).toHaveLength(1);
      expect(verifyExport(await investigator.file(`${path()}/export`)).problems).toEqual([]);
      const [all, some] = [await csv(supervisor), await csv(investigator)];
      expect(all).toContain(IDENTITY);
      expect(some).not.toContain(IDENTITY);
    });

    const csv = async (by: Caller) => {
      const files = await unzipped(await by.file(`${path()}/export?format=csv`));
      return files.get(`${reference}.csv`)?.toString();
    };
  });

  describe('that are erased', () => {
    const nameRecord = async () =>
      operationView.parse((await supervisor.send(path())).body).subjects[0]?.name.record as string;
    const erase = (record: string, key: string = randomUUID(), by = supervisor) =>
      by.post(`${path()}/commands/eraseText`, { record, reason: 'Recorded in error.' }, { 'idempotency-key': key });

    it('are gone from every view, and the timeline still proves', async () => {
      expect((await erase(await nameRecord())).status).toBe(200);
      const { subjects } = operationView.parse((await supervisor.send(path())).body);
      expect(subjects[0]?.name).toMatchObject({ text: null, status: 'erased' });
      expect(JSON.stringify(await timeline(supervisor))).not.toContain(NAME);
      expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({ verified: true });
      const { rows } = await engine.pool.query('SELECT FROM text_record WHERE operation = $1 AND text = $2', [
        reference,
        NAME,
      ]);
      expect(rows).toHaveLength(0);
    });

    it('are erased once, however often it is asked', async () => {
      const record = await nameRecord();
      const key = randomUUID();
      const first = await erase(record, key);
      const repeat = await erase(record, key);
      expect([first.status, repeat.status]).toEqual([200, 200]);
      expect(repeat.body).toMatchObject({ sequence: (first.body as { sequence: number }).sequence });
      expect(await erase(record)).toMatchObject({ status: 422, body: { blockers: [{ code: 'text-erased' }] } });
    });

    it('must be of the operation, and it must be a supervisor who asks', async () => {
      expect(await erase(randomUUID())).toMatchObject({ status: 422, body: { blockers: [{ code: 'no-such-text' }] } });
      expect(await erase(await nameRecord(), randomUUID(), investigator)).toMatchObject({
        status: 403,
        body: { blockers: [{ code: 'role' }] },
      });
    });
  });
});
