import type { z } from 'zod';
import { actionList } from '../../../apps/api/actions/action.schema';
import { clockList } from '../../../apps/api/clocks/clock.schema';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { operationView } from '../../../apps/api/operations/operation.schema';
import { ORDERS } from '../../../apps/api/operations/worklist-orders';
import { worklistPage, type WorklistFilters, type WorklistRow } from '../../../apps/api/operations/worklist.schema';
import { worklistSql } from '../../../apps/api/operations/worklist.sql';
import { timelinePage, verification } from '../../../apps/api/timeline/event.schema';
import { remitOf } from '../../../domain/access/remit';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, LIAISON, REFERRAL, SIO, SUPERVISOR, TASKING } from '../../support/stack';

const OPERATIONS = '/api/v1/operations';
const DAY = '2026-01-01T00:00:00.000Z';

/** Of what waits: which of those that hold the order is read depends on how much waits (`worklist-plans.spec.ts` holds what is read). */
const AWAITING = 'operation_worklist(_awaiting|_by_standing|_by_force)? on';

/** What a worklist may be asked, and the index that holds its order. */
const ASKED: readonly (readonly [WorklistFilters, string])[] = [
  [{}, 'operation_worklist'],
  [{ stage: 'referral' }, 'operation_worklist'],
  [{ leadForce: 'norfolk' }, 'operation_worklist'],
  [{ threatArea: 'county-lines' }, 'operation_worklist'],
  [{ order: 'due' }, 'operation_worklist_by_due'],
  [{ order: 'due', dueBefore: DAY, stage: 'assessment' }, 'operation_worklist_by_due'],
  [{ order: 'risk' }, 'operation_worklist_by_risk'],
  [{ order: 'risk', stage: 'assessment', threatArea: 'county-lines' }, 'operation_worklist_by_risk'],
  [{ order: 'risk', awaiting: 'tasking-decision' }, 'operation_worklist_by_risk'],
  [{ awaiting: 'any' }, AWAITING],
  [{ awaiting: 'threat-score-confirmation', leadForce: 'norfolk' }, AWAITING],
];

describe('reads over HTTP', () => {
  let api: TestApi;
  let engine: Engine;
  let tasking: Caller;
  let sio: Caller;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    tasking = await Caller.as('tasking-officer-norfolk', api.url);
    sio = await Caller.as('senior-investigator-norfolk', api.url);
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const read = async <T>(path: string, schema: z.ZodType<T>, by = tasking): Promise<T> => {
    const { status, body } = await by.send(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return schema.parse(body);
  };
  const opened = async (more: object = {}) =>
    ((await tasking.post(OPERATIONS, { ...REFERRAL, ...more })).body as CommandAnswer).reference;

  describe('of an operation', () => {
    it('show its state with names and grounds read back, and its version as the entity tag', async () => {
      const reference = await opened();
      await engine.does(reference, SIO, 'addSubject', {
        roles: ['suspect'],
        name: 'Invented Person',
        grounds: 'Invented.',
      });
      const { headers, body } = await sio.send(`${OPERATIONS}/${reference}`);
      const view = operationView.strict().parse(body);
      expect(headers.get('etag')).toBe('"2"');
      expect(view.subjects[0]?.name).toMatchObject({ text: 'Invented Person', status: 'intact' });
      expect(view.referral?.grounds.text).toBe(REFERRAL.grounds);
    });

    it('show that a text was erased, or altered, instead of the text', async () => {
      const reference = await opened();
      const set = (text: string | null) =>
        engine.pool.query(
          `UPDATE text_record SET text = $2, salt = CASE WHEN $2::text IS NULL THEN NULL ELSE salt END,
                  erased_at = CASE WHEN $2::text IS NULL THEN now() END WHERE operation = $1`,
          [reference, text],
        );
      await set('Not what was recorded.');
      const altered = await read(`${OPERATIONS}/${reference}`, operationView);
      expect(altered.referral?.grounds).toMatchObject({ text: null, status: 'altered' });
      await set(null);
      const { items } = await read(`${OPERATIONS}/${reference}/timeline`, timelinePage);
      expect(items[0]?.payload['grounds']).toMatchObject({ text: null, status: 'erased' });
    });
  });

  describe('of its actions', () => {
    it('name every command of people with the schema of its body, and agree with what the command then answers', async () => {
      const reference = await opened();
      const { items, sequence } = await read(`${OPERATIONS}/${reference}/actions`, actionList, sio);
      expect(sequence).toBe(1);
      expect(items.map(({ command }) => command)).not.toContain('raiseEuropolReminder');
      const allowed = items.filter((item) => item.allowed).map(({ command }) => command);
      expect(allowed).toEqual(expect.arrayContaining(['assignTeam', 'addSubject', 'recordSafeguardingPlan']));
      for (const later of ['submitReferral', 'adopt', 'recordArrest', 'advance', 'close'])
        expect(allowed).not.toContain(later);
      expect(items.find(({ command }) => command === 'recordSentence')?.body).toMatchObject({
        type: 'object',
        required: ['subject', 'months', 'court'],
        properties: { months: { type: 'integer', maximum: 1200 } },
      });
      const charge = { subject: 'S1', offences: ['MSA2015-s2'] };
      const refused = await sio.post(`${OPERATIONS}/${reference}/commands/recordCharge`, charge);
      expect(refused.body).toMatchObject({
        blockers: items.find(({ command }) => command === 'recordCharge')?.blockers,
      });
    });

    it('offer what the operation holds where a field names something of it', async () => {
      const reference = await opened();
      const subject = { roles: ['suspect'], name: 'Invented Person', grounds: 'Invented.' };
      await engine.does(reference, SIO, 'addSubject', subject);
      const { items } = await read(`${OPERATIONS}/${reference}/actions`, actionList, sio);
      const of = (command: string) => items.find((item) => item.command === command)?.body?.['properties'];
      expect(of('addAlias')).toMatchObject({ subject: { enum: ['S1'], 'x-of': 'subjects' } });
      expect(of('disposeOfExhibit')).toMatchObject({ exhibit: { enum: [] } });
    });

    it('are only those that are asked for, without bodies where none is wanted, and judged alike', async () => {
      const reference = await opened();
      const all = await read(`${OPERATIONS}/${reference}/actions`, actionList, sio);
      const asked = `${OPERATIONS}/${reference}/actions?command=assignTeam,adopt`;
      const wanted = all.items.filter(({ command }) => ['adopt', 'assignTeam'].includes(command));
      expect(wanted).toHaveLength(2);
      expect((await read(asked, actionList, sio)).items).toEqual(wanted);
      const bare = wanted.map(({ body: _, ...judged }) => judged);
      expect((await read(`${asked}&bodies=false`, actionList.strict(), sio)).items).toEqual(bare);
      const light = await sio.send(`${OPERATIONS}/${reference}/actions?bodies=false`);
      expect((light.body as { items: object[] }).items).toHaveLength(all.items.length);
      expect(light.headers.get('etag')).toBe('"1"');
    });

    it('are refused for a command that there is none of, or that nobody gives by its name', async () => {
      for (const wrong of ['adopt,unknown', 'openReferral', 'raiseEuropolReminder', '']) {
        const reply = await sio.send(`${OPERATIONS}/${await opened()}/actions?command=${wrong}`);
        expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: 'command' }] } });
      }
    });

    it('name what leads to the stage that a command belongs to', async () => {
      const reference = await opened();
      const { items } = await read(`${OPERATIONS}/${reference}/actions`, actionList, sio);
      const arrest = items.find(({ command }) => command === 'recordArrest');
      expect(arrest?.blockers).toMatchObject([{ kind: 'stage', remedies: ['submitReferral'] }]);
    });
  });

  describe('of the timeline', () => {
    it('page through it in either order, each event once', async () => {
      const reference = await opened();
      for (const role of ['suspect', 'witness', 'potential-victim'])
        await engine.does(reference, SIO, 'addSubject', { roles: [role], name: 'Invented', grounds: 'Invented.' });
      const walk = async (order: string) => {
        const sequences: number[] = [];
        for (let next: string | null = `${OPERATIONS}/${reference}/timeline?limit=3&order=${order}`; next !== null;) {
          const found: z.output<typeof timelinePage> = await read(next, timelinePage);
          sequences.push(...found.items.map(({ sequence }) => sequence));
          next = found.next;
        }
        return sequences;
      };
      expect(await walk('asc')).toEqual([1, 2, 3, 4]);
      expect(await walk('desc')).toEqual([4, 3, 2, 1]);
    });

    it('prove it, workflow included', async () => {
      const reference = await opened();
      const found = await read(`${OPERATIONS}/${reference}/timeline/verify`, verification);
      expect(found).toMatchObject({ verified: true, sequence: 1, workflow: 'agrees', problems: [] });
    });
  });

  it('of the clocks tell what the operation waits for', async () => {
    const reference = await engine.inAssessment();
    await engine.does(reference, LIAISON, 'recordEuropolMessage', {
      direction: 'out',
      evaluation: { source: 'A', information: '1' },
      handling: 'H1',
      content: 'Invented.',
      replyWithinDays: 14,
    });
    const { items } = await read(`${OPERATIONS}/${reference}/clocks`, clockList);
    expect(items).toMatchObject([{ command: 'raiseEuropolReminder', overdue: false, about: { message: 'M1' } }]);
  });

  it('of the clocks tell until when somebody under arrest may be kept, and nothing once they are released', async () => {
    const reference = await engine.inProsecution();
    const clocks = () => read(`${OPERATIONS}/${reference}/clocks`, clockList, sio);
    const { detention } = await clocks();
    expect(detention).toMatchObject([{ subject: 'S1', review: 1, reviewDueAt: null }]);
    const [{ arrestedAt, limitAt }] = detention as [(typeof detention)[number]];
    expect(Date.parse(limitAt) - Date.parse(arrestedAt)).toBe(24 * 3_600_000);
    await engine.does(reference, SIO, 'authoriseDetention', { subject: 'S1', grounds: 'Invented.' });
    expect((await clocks()).detention[0]?.reviewDueAt).not.toBeNull();
    await engine.does(reference, SIO, 'releaseUnderInvestigation', { subject: 'S1', reason: 'Invented.' });
    expect((await clocks()).detention).toEqual([]);
  });

  describe('of the worklist', () => {
    it('page through what a filter finds, the last changed first, each operation once', async () => {
      const mine: string[] = [];
      for (let nth = 0; nth < 5; nth++)
        mine.unshift(await opened({ leadForce: 'west-mercia', threatArea: 'county-lines' }));
      await opened({ leadForce: 'west-mercia' });
      const found: string[] = [];
      const filters = 'leadForce=west-mercia&threatArea=county-lines&stage=referral';
      for (let next: string | null = `${OPERATIONS}?${filters}&limit=2`; next !== null && found.length < 6;) {
        const { items, next: after }: z.output<typeof worklistPage> = await read(next, worklistPage);
        found.push(...items.map(({ reference }) => reference));
        next = after;
      }
      expect(found.slice(0, 5)).toEqual(mine);
    });

    it('show a command as soon as it is answered', async () => {
      const reference = await opened({ leadForce: 'lincolnshire' });
      await engine.does(reference, TASKING, 'submitReferral', {});
      const { items } = await read(`${OPERATIONS}?leadForce=lincolnshire&stage=assessment&limit=1`, worklistPage);
      expect(items[0]?.reference).toBe(reference);
    });

    it('come from an index in the order they are shown, whatever is asked', async () => {
      const client = await engine.pool.connect();
      // However few rows there are: what the indexes can do, not what pays today.
      await client.query(
        'SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off; SET enable_incremental_sort = off',
      );
      const row = { reference: 'OP-2026-000001', risk: 9, submittedAt: null, ...{ updatedAt: DAY, nextDueAt: DAY } };
      try {
        for (const [filter, index] of ASKED)
          for (const actor of [TASKING, SUPERVISOR])
            for (const isFurther of [false, true]) {
              const { order = 'changed' }: WorklistFilters = filter;
              const cursor = ORDERS[order].cursorOf(row as WorklistRow);
              const { text, values } = worklistSql(
                { remit: remitOf(actor), letIn: ['OP-2026-000001'], keptOut: [] },
                { ...filter, ...(isFurther ? { cursor } : {}), limit: 25 },
              );
              const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
              const plan = rows.map((line) => line['QUERY PLAN']).join('\n');
              expect(plan).toMatch(new RegExp(`Index Scan using ${index}`));
              // What is merged of the parts, and the operations that name the reader: both are few.
              expect(plan.match(/Sort Key/g)?.length).toBeLessThanOrEqual(2);
            }
      } finally {
        client.release(true);
      }
    });
  });

  it('are not there for those who do not need to know', async () => {
    const reference = await opened();
    const administrator = await Caller.as('administrator-ersou', api.url);
    expect((await administrator.send(`${OPERATIONS}/${reference}`)).status).toBe(404);
  });
});
