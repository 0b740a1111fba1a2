import { HISTORY_KEYS } from '../../apps/worker/replay';
import { EngineUnavailable } from '../../platform/commands/engine-unavailable';
import { operationWorkflowId } from '../../workflows/operation/operation.messages';
import { startFaultWorld } from '../support/fault-world';
import { Engine, eventually, TASKING } from '../support/stack';

jest.setTimeout(300_000);

const OPERATIONS = 30;
const COMMANDS = 45;

/** A run is replayed by a worker that does not hold it: what it is asked at once must be replayed before the server gives up. */
describe('a worker that has just started', () => {
  let world: Awaited<ReturnType<typeof startFaultWorld>>;
  let engine: Engine;
  let references: readonly string[];
  beforeAll(async () => {
    world = await startFaultWorld('after-record', { PAYLOAD_KEYS: HISTORY_KEYS });
    engine = new Engine(world.stack);
    // The reconciler would ask about what takes long to be given, and make the runs shorter.
    await world.world.kill(['jobs']);
    references = await Promise.all(Array.from({ length: OPERATIONS }, () => engine.open()));
    await Promise.all(references.map((reference) => busy(reference, COMMANDS)));
  });
  afterAll(async () => {
    await engine?.close();
    await world?.close();
  });

  const handle = (reference: string) => engine.client.workflow.getHandle(operationWorkflowId(reference));
  const busy = async (reference: string, commands: number) => {
    for (let at = 0; at < commands; at++)
      await engine.does(reference, TASKING, 'addSubject', {
        roles: ['witness'],
        name: 'Invented',
        grounds: 'Invented.',
      });
  };

  /** Asked again, as whoever gives a command is told to, where the engine has too much to do. */
  const answered = (reference: string) =>
    eventually(
      'an answer',
      () =>
        engine.gateway.reconcile(reference).catch((error: unknown) => {
          if (error instanceof EngineUnavailable) return undefined;
          throw error;
        }),
      60,
    );

  it('answers all of many long runs that it is asked about at once', async () => {
    const { historyLength } = await handle(references[0] as string).describe();
    expect(historyLength).toBeGreaterThan(200);
    await world.world.kill(['worker']);
    await world.world.restart(['worker']);
    const heads = await Promise.all(references.map(answered));
    expect(heads.map(({ sequence }) => sequence)).toEqual(references.map(() => COMMANDS + 1));
  });

  it('never has a longer run to replay than one of some fifty commands, whatever the server suggests', async () => {
    const [reference] = references as [string];
    const { runId } = await handle(reference).describe();
    await busy(reference, 20);
    const described = await handle(reference).describe();
    expect(described.runId).not.toBe(runId);
    expect(described.historyLength).toBeLessThan(150);
    expect((await engine.events(reference)).length).toBe(COMMANDS + 21);
  });
});
