import type { CommandAnswer } from '../../apps/api/commands/command.schema';
import type { OperationView } from '../../apps/api/operations/operation.schema';
import { castOf } from '../../apps/cli/scenarios/cast';
import type { Cast } from '../../apps/cli/scenarios/scenario';
import type { PersonId } from '../../platform/embedded/identity/people';
import type { Stack } from '../../platform/embedded/stack';
import { verifyOperation } from '../../platform/timeline/verify';
import type { World } from '../chaos/world';
import { TRANSLATION_WORKFLOW, translationWorkflowId } from '../../workflows/translation/translation.messages';
import { startFaultWorld } from '../support/fault-world';
import { eventually, REFERRAL } from '../support/stack';
import { LOW_THREAT } from '../support/threat-inputs';

jest.setTimeout(120_000);

/** A killed worker's activity is given to another one when its heartbeat is missed. */
const HEALS_WITHIN_SECONDS = 40;
const TASKING = 'tasking-officer-norfolk';
const ANALYST = 'intelligence-analyst-norfolk';
const SUPERVISOR = 'supervisor-norfolk';
const reason = 'Invented reason.';

describe('a merge whose worker is killed between the two operations', () => {
  let close: () => Promise<void>;
  let stack: Stack;
  let world: World;
  let cast: Cast<PersonId>;
  let duplicate: string;
  let survivor: string;

  beforeAll(async () => {
    ({ stack, world, close } = await startFaultWorld('amid-merge'));
    cast = castOf(stack.urls);
    const opened = async () => (await cast[TASKING].open<CommandAnswer>(REFERRAL)).body.reference;
    [duplicate, survivor] = [await opened(), await opened()];
    await give(TASKING, 'addSubject', { roles: ['suspect'], name: 'Invented Person', grounds: 'Invented.' });
  });

  afterAll(async () => {
    await close?.();
  });

  async function give(by: PersonId, command: string, body: object): Promise<void> {
    const { status, body: answer } = await cast[by].command(duplicate, command, body);
    expect({ status, answer }).toMatchObject({ status: 200 });
  }
  const view = async (reference: string) =>
    (await cast[SUPERVISOR].get<OperationView>(`/api/v1/operations/${reference}`)).body;
  const settled = (status: string | undefined) =>
    eventually(
      `the merge to be ${status}`,
      async () => (await view(duplicate)).merge?.status === status,
      HEALS_WITHIN_SECONDS,
    );
  const types = async (reference: string) => {
    const { rows } = await world.pool.query<{ type: string }>(
      'SELECT event_type AS type FROM timeline_event WHERE operation = $1 ORDER BY sequence',
      [reference],
    );
    return rows.map(({ type }) => type);
  };
  const proved = async () => {
    for (const reference of [duplicate, survivor])
      expect(await verifyOperation(world.pool, reference, world.client)).toMatchObject({ verified: true });
  };

  it('is completed, each of its events once', async () => {
    world.failPoint.arm();
    await give(TASKING, 'requestMerge', { into: survivor, reason });
    expect(await world.failPoint.struck(stack)).toBe(true);
    // The worst moment: one operation has recorded its part, the other knows nothing of it.
    expect((await types(survivor)).at(-1)).toBe('mergeReceived');
    expect((await types(duplicate)).at(-1)).toBe('mergeRequested');
    await world.restart(['worker']);

    await settled('merged');
    expect(await types(duplicate)).toEqual(['referralOpened', 'subjectAdded', 'mergeRequested', 'mergedInto']);
    expect(await types(survivor)).toEqual(['referralOpened', 'mergeReceived']);
    await proved();
  });

  it('is taken back as a whole, though the server dies with the worker', async () => {
    world.failPoint.arm();
    await give(SUPERVISOR, 'unmerge', { reason });
    expect(await world.failPoint.struck(stack)).toBe(true);
    await stack.kill('temporal');
    expect((await types(survivor)).at(-1)).toBe('mergeReleased');
    expect((await types(duplicate)).at(-1)).toBe('unmergeRequested');
    await world.restart(['temporal', 'worker']);

    await settled(undefined);
    expect((await types(duplicate)).slice(4)).toEqual(['unmergeRequested', 'unmerged']);
    expect((await types(survivor)).slice(2)).toEqual(['mergeReleased']);
    expect(await view(survivor)).toMatchObject({ subjects: [], received: [] });
    await proved();
  });

  it('has the duplicate ask anew for a translation that was lost while it was merged', async () => {
    await give(TASKING, 'submitReferral', {});
    await give(ANALYST, 'recordThreatScore', { ...LOW_THREAT, rationale: reason });
    await give(TASKING, 'confirmThreatScore', { risk: 15 });
    await give(TASKING, 'assignTeam', { person: ANALYST, role: 'intelligence-analyst' });
    await give(TASKING, 'adopt', { codename: 'Example', products: ['translation'], rationale: reason });
    // Nobody serves this task queue: the translation does not come to an end while the operation is merged.
    const lost = await world.client.workflow.start(TRANSLATION_WORKFLOW, {
      taskQueue: 'nobody',
      workflowId: translationWorkflowId(`${duplicate}.T1`),
      args: [],
    });
    await give(ANALYST, 'requestTranslation', { language: 'hu', extract: 'Exhibit EX/1' });
    await give(TASKING, 'requestMerge', { into: survivor, reason });
    await settled('merged');
    await lost.terminate();
    await give(SUPERVISOR, 'unmerge', { reason });
    await settled(undefined);
    await eventually('the report of the translation', async () =>
      (await types(duplicate)).includes('translationReported'),
    );
  });
});
