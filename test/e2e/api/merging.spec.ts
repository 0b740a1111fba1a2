import type { z } from 'zod';
import { areaSchemas } from '../../../domain/operation/command-schemas';
import { COMMANDS } from '../../../domain/operation/lifecycle.v1';
import { actionList } from '../../../apps/api/actions/action.schema';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { operationView, type OperationView } from '../../../apps/api/operations/operation.schema';
import { worklistPage } from '../../../apps/api/operations/worklist.schema';
import { timelinePage } from '../../../apps/api/timeline/event.schema';
import { verifyOperation } from '../../../platform/timeline/verify';
import { TASK_QUEUE } from '../../../workflows/task-queue';
import { MERGE_WORKFLOW, mergeAsked, mergeWorkflowId } from '../../../workflows/merge/merge.messages';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, eventually, LIAISON, REFERRAL, SIO, SUPERVISOR, TASKING } from '../../support/stack';

const OPERATIONS = '/api/v1/operations';
const reason = 'Invented reason.';
const MESSAGE = {
  direction: 'out',
  evaluation: { source: 'A', information: '2' },
  handling: 'H0',
  content: 'Invented request.',
  replyWithinDays: 10,
};

type Event = z.output<typeof timelinePage>['items'][number];

describe('duplicates', () => {
  let api: TestApi;
  let engine: Engine;
  let tasking: Caller;
  let supervisor: Caller;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    tasking = await Caller.as('tasking-officer-norfolk', api.url);
    supervisor = await Caller.as('supervisor-norfolk', api.url);
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    const { status, body } = await supervisor.send(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return schema.parse(body);
  };
  const view = (reference: string) => read(`${OPERATIONS}/${reference}`, operationView.strict());
  const opened = async () => ((await tasking.post(OPERATIONS, REFERRAL)).body as CommandAnswer).reference;
  const named = (reference: string, name: string, role = 'suspect') =>
    engine.does(reference, SIO, 'addSubject', { roles: [role], name, grounds: 'Invented.' });
  const give = (by: Caller, reference: string, command: string, body: object) =>
    by.post(`${OPERATIONS}/${reference}/commands/${command}`, body);
  const asks = async (duplicate: string, into: string) =>
    expect(await give(tasking, duplicate, 'requestMerge', { into, reason })).toMatchObject({ status: 200 });
  /** The duplicate once its saga has come to an end. */
  const settled = (duplicate: string, status: string | undefined) =>
    eventually(`the merge of ${duplicate} to be ${status}`, async () => {
      const found = await view(duplicate);
      return found.merge?.status === status && found;
    });
  const merged = async (duplicate: string, into: string) => {
    await asks(duplicate, into);
    return settled(duplicate, 'merged');
  };
  const takenBack = async (duplicate: string) => {
    expect(await give(supervisor, duplicate, 'unmerge', { reason })).toMatchObject({ status: 200 });
    return settled(duplicate, undefined);
  };
  const types = async (reference: string) => (await engine.events(reference)).map(({ type }) => type);
  const last = async (reference: string) => (await engine.events(reference)).at(-1);
  const verified = async (...references: readonly string[]) => {
    for (const reference of references)
      expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({ problems: [] });
  };
  async function timeline(reference: string, query: string): Promise<readonly Event[]> {
    const events: Event[] = [];
    for (let next: string | null = `${OPERATIONS}/${reference}/timeline?limit=2&${query}`; next !== null;) {
      const page: z.output<typeof timelinePage> = await read(next, timelinePage);
      events.push(...page.items);
      next = page.next;
    }
    return events;
  }
  /** Two operations about the same people, worked on in turns. */
  async function twins(): Promise<readonly [duplicate: string, survivor: string]> {
    const [duplicate, survivor] = [await opened(), await opened()];
    await named(survivor, 'Invented Person');
    await named(duplicate, 'Another Invented Person', 'potential-victim');
    await engine.does(duplicate, SIO, 'addAlias', { subject: 'S1', alias: 'Invented Alias' });
    await engine.does(survivor, SIO, 'addAlias', { subject: 'S1', alias: 'Invented Name' });
    return [duplicate, survivor];
  }

  it('become one with the survivor, which has their subjects under identifiers of its own', async () => {
    const [duplicate, survivor] = await twins();
    await merged(duplicate, survivor);
    const { subjects, received } = await view(survivor);
    expect(received).toEqual([{ merge: `${duplicate}.M1`, operation: duplicate }]);
    expect(subjects[1]).toMatchObject({
      id: 'S2',
      roles: ['potential-victim'],
      name: { text: 'Another Invented Person', status: 'intact' },
      aliases: [{ text: 'Invented Alias', status: 'intact' }],
      origin: { operation: duplicate, subject: 'S1', since: [] },
    });
    expect(subjects[1]?.name.record).not.toBe((await view(duplicate)).subjects[0]?.name.record);
    await verified(duplicate, survivor);
  });

  it('refuse everything while they are merged, and name the survivor', async () => {
    const [duplicate, survivor] = await twins();
    await merged(duplicate, survivor);
    const sentence = 'This operation was merged into another: work there.';
    expect(await give(tasking, duplicate, 'changeMarking', { marking: 'SECRET', reason })).toMatchObject({
      status: 422,
      body: { blockers: [{ code: 'merged', sentence, remedies: ['unmerge'] }] },
    });
    const { items } = await read(`${OPERATIONS}/${duplicate}/actions`, actionList);
    expect(items.filter(({ allowed }) => allowed).map(({ command }) => command)).toEqual([
      'unmerge',
      'eraseFile',
      ...COMMANDS.filter((command) => command in areaSchemas.access),
      'eraseText',
    ]);
    expect(items.map(({ command }) => command)).not.toContain('completeMerge');
  });

  it('take no name along that has been erased', async () => {
    const [duplicate, survivor] = await twins();
    await named(duplicate, 'An Invented Person to forget');
    const { subjects } = await view(duplicate);
    const alias = { record: subjects[0]?.aliases[0]?.record, reason };
    const name = { record: subjects[1]?.name.record, reason };
    for (const text of [alias, name])
      expect(await give(supervisor, duplicate, 'eraseText', text)).toMatchObject({ status: 200 });
    await merged(duplicate, survivor);
    const received = (await view(survivor)).subjects.slice(1);
    expect(received).toMatchObject([{ name: { text: 'Another Invented Person' }, aliases: [] }]);
  });

  it('leave the worklist, and are found by what they were merged into', async () => {
    const [duplicate, survivor] = await twins();
    const listed = async (query: string) =>
      (await read(`${OPERATIONS}?limit=100&${query}`, worklistPage)).items.map(({ reference }) => reference);
    await merged(duplicate, survivor);
    expect(await listed('')).toContain(survivor);
    expect(await listed('')).not.toContain(duplicate);
    expect(await read(`${OPERATIONS}?mergedInto=${survivor}`, worklistPage)).toMatchObject({
      items: [{ reference: duplicate, mergedInto: survivor }],
    });
    await takenBack(duplicate);
    expect(await listed('')).toContain(duplicate);
    expect(await listed(`mergedInto=${survivor}`)).toEqual([]);
  });

  it('are read with the survivor as it all occurred, page by page and in either order', async () => {
    const [older, duplicate] = await twins();
    const survivor = await opened();
    await merged(older, duplicate);
    await merged(duplicate, survivor);
    const events = await timeline(survivor, 'merged=true');
    const all = await Promise.all([older, duplicate, survivor].map((reference) => timeline(reference, '')));
    expect(new Set(events.map(({ hash }) => hash))).toEqual(new Set(all.flat().map(({ hash }) => hash)));
    expect(events).toHaveLength(all.flat().length);
    const moments = events.map(({ occurredAt }) => occurredAt);
    expect(moments).toEqual([...moments].sort());
    expect(await timeline(survivor, 'merged=true&order=desc')).toEqual([...events].reverse());
    const name = events.find(({ type, operation }) => type === 'subjectAdded' && operation === older)?.payload['name'];
    expect(name).toMatchObject({ text: 'Another Invented Person', status: 'intact' });
    const { next } = await read(`${OPERATIONS}/${survivor}/timeline?limit=2&merged=true`, timelinePage);
    expect(await supervisor.send(next?.replace('merged=true', 'merged=false') ?? '')).toMatchObject({ status: 400 });
  });

  it('and their survivors are read as before once they are taken back, save for the merge itself', async () => {
    const [duplicate, survivor] = await twins();
    const looks = async () => ({ duplicate: await view(duplicate), survivor: await view(survivor) });
    const without = ({ sequence: _, updatedAt: __, merges: ___, released: ____, ...rest }: OperationView) => rest;
    const before = await looks();
    const told = await timeline(survivor, 'merged=true');

    await merged(duplicate, survivor);
    await takenBack(duplicate);

    const after = await looks();
    expect(without(after.duplicate)).toEqual(without(before.duplicate));
    expect(without(after.survivor)).toEqual(without(before.survivor));
    const added = (await timeline(survivor, 'merged=true')).slice(told.length);
    expect(added.map(({ type }) => type)).toEqual(['mergeReceived', 'mergeReleased']);
    expect((await types(duplicate)).slice(-4)).toEqual([
      'mergeRequested',
      'mergedInto',
      'unmergeRequested',
      'unmerged',
    ]);
    await verified(duplicate, survivor);

    await named(survivor, 'A Third Invented Person');
    expect((await view(survivor)).subjects.map(({ id }) => id)).toEqual(['S1', 'S3']);
    await merged(duplicate, survivor);
    expect((await view(survivor)).subjects.map(({ id }) => id)).toEqual(['S1', 'S3', 'S4']);
  });

  it('rest with their clocks, and wait again for what they waited for', async () => {
    const [duplicate, survivor] = [await opened(), await opened()];
    await engine.does(duplicate, TASKING, 'submitReferral', {});
    await engine.does(duplicate, LIAISON, 'openEuropolLiaison', { country: 'HU', purpose: 'Invented.' });
    await engine.does(duplicate, LIAISON, 'recordEuropolMessage', MESSAGE);
    const { nextDueAt } = await view(duplicate);
    expect(nextDueAt).not.toBeNull();
    expect(await merged(duplicate, survivor)).toMatchObject({ nextDueAt: null });
    expect(await takenBack(duplicate)).toMatchObject({ nextDueAt });
  });

  it('stay merged when the survivor has worked on what it received, and are told on what', async () => {
    const [duplicate, survivor] = await twins();
    await merged(duplicate, survivor);
    await engine.does(survivor, SIO, 'recordSafeguardingPlan', { subject: 'S2', plan: 'Invented plan.' });
    await give(supervisor, duplicate, 'unmerge', { reason });
    await settled(duplicate, 'merged');
    const [refusal] = (await timeline(duplicate, 'order=desc')).slice(0, 1);
    expect(refusal).toMatchObject({ type: 'unmergeRefused', payload: { request: `${duplicate}.M1.U1` } });
    expect(refusal?.payload['reason']).toMatchObject({
      text: `${survivor}: This operation has worked on subjects since they came here: S2 (safeguarding plan recorded).`,
    });
    expect((await view(survivor)).subjects).toHaveLength(2);
    expect(await types(survivor)).not.toContain('mergeReleased');
  });

  it.each([
    ['is not there', () => Promise.resolve('OP-1999-000001'), /There is no operation OP-1999-000001\./],
    [
      'is closed',
      async () => {
        const closed = await opened();
        await engine.does(closed, TASKING, 'withdrawReferral', { reason });
        return closed;
      },
      /this operation’s stage is closed\./,
    ],
    [
      'is itself merged',
      async () => {
        const [duplicate, survivor] = await twins();
        await merged(duplicate, survivor);
        return duplicate;
      },
      /This operation was merged into another: work there\./,
    ],
  ])('are as before when the survivor %s', async (_, survivor, why) => {
    const [duplicate] = await twins();
    const before = await view(duplicate);
    // The API lets nobody name what is not there; it may be gone by the time the saga comes to it.
    await engine.does(duplicate, TASKING, 'requestMerge', { into: await survivor(), reason });
    const after = await settled(duplicate, undefined);
    expect({ ...after, sequence: 0, updatedAt: '' }).toEqual({ ...before, merges: 1, sequence: 0, updatedAt: '' });
    const [abandoned] = await timeline(duplicate, 'order=desc');
    expect(abandoned).toMatchObject({ type: 'mergeAbandoned', payload: { requestedBy: TASKING.id } });
    expect(abandoned?.payload['reason']).toMatchObject({ text: expect.stringMatching(why) as string });
  });

  it('of each other do not lock each other: one is merged at most, and both come to an end', async () => {
    const [one, other] = await twins();
    await Promise.all([asks(one, other), give(supervisor, other, 'requestMerge', { into: one, reason })]);
    const ended = await Promise.all(
      [one, other].map((reference) =>
        eventually(`the end for ${reference}`, async () => {
          const { merge } = await view(reference);
          return (merge === null || merge.status === 'merged') && { merged: merge !== null };
        }),
      ),
    );
    const count = ended.filter(({ merged }) => merged).length;
    expect(count).toBeLessThanOrEqual(1);
    const received = await Promise.all([one, other].map(async (reference) => (await view(reference)).received.length));
    expect(received[0]! + received[1]!).toBe(count);
    await verified(one, other);
  });

  it('can be taken back while the merge is under way, and neither side keeps anything of it', async () => {
    const [duplicate, survivor] = await twins();
    await asks(duplicate, survivor);
    await takenBack(duplicate);
    await eventually('the end of the saga', async () => {
      const { status } = await engine.client.workflow.getHandle(mergeWorkflowId(`${duplicate}.M1`)).describe();
      return status.name === 'COMPLETED';
    });
    expect(await view(survivor)).toMatchObject({ received: [] });
    expect((await view(survivor)).subjects).toHaveLength(1);
    await verified(duplicate, survivor);
  });

  it('go on with a saga that was lost, once a supervisor asks for them back again', async () => {
    const [duplicate, survivor] = await twins();
    await merged(duplicate, survivor);
    const saga = engine.client.workflow.getHandle(mergeWorkflowId(`${duplicate}.M1`));
    await saga.result();
    // Nobody serves this task queue, so that the next saga stands still until it is lost.
    await engine.client.workflow.start(MERGE_WORKFLOW, {
      taskQueue: 'nobody',
      workflowId: mergeWorkflowId(`${duplicate}.M1`),
      args: [{ merge: `${duplicate}.M1`, duplicate, into: survivor }],
    });
    await engine.does(duplicate, SUPERVISOR, 'unmerge', { reason });
    await eventually('the request to reach the saga', async () =>
      (await saga.fetchHistory()).events?.some(({ workflowExecutionSignaledEventAttributes: asked }) => asked),
    );
    await saga.terminate();
    expect(await view(duplicate)).toMatchObject({ merge: { status: 'unmerging' } });
    await takenBack(duplicate);
    expect(await last(survivor)).toMatchObject({ type: 'mergeReleased' });
  });

  it('get back what the survivor has received for a merge that nobody waits for any more', async () => {
    const [duplicate, survivor] = await twins();
    const merge = `${duplicate}.M1`;
    const saga = await engine.client.workflow.signalWithStart(MERGE_WORKFLOW, {
      taskQueue: TASK_QUEUE,
      workflowId: mergeWorkflowId(merge),
      args: [{ merge, duplicate, into: survivor }],
      signal: mergeAsked,
      signalArgs: [{ kind: 'merge', request: merge }],
    });
    await saga.result();
    expect((await types(survivor)).slice(-2)).toEqual(['mergeReceived', 'mergeReleased']);
    expect(await types(duplicate)).not.toContain('mergedInto');
  });

  it('answer a repeated request as the first, and merge once', async () => {
    const [duplicate, survivor] = await twins();
    const request = engine.envelope(TASKING, 'requestMerge', { into: survivor, reason });
    const [first, second] = await Promise.all([
      engine.gateway.give(duplicate, request),
      engine.gateway.give(duplicate, request),
    ]);
    expect([first, second]).toMatchObject([{ kind: 'recorded' }, { kind: 'recorded' }]);
    await settled(duplicate, 'merged');
    expect(await types(survivor)).toEqual(['referralOpened', 'subjectAdded', 'aliasAdded', 'mergeReceived']);
  });
});
