import { verifyOperation } from '../../../platform/timeline/verify';
import { recordUnseen } from '../../support/bare-operation';
import { Engine, LIAISON, TASKING } from '../../support/stack';

describe('comparing a timeline with its running workflow', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = new Engine();
  });
  afterAll(() => engine.close());

  it('finds both at the same head', async () => {
    const reference = await engine.inAssessment();
    expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({
      verified: true,
      sequence: 3,
      workflow: 'agrees',
    });
  });

  it('does not mistake an operation that moves on meanwhile for one that differs', async () => {
    const reference = await engine.inAssessment();
    const busy = (async () => {
      for (let n = 0; n < 15; n++)
        await engine.does(reference, TASKING, 'assignTeam', { person: `person-${n}`, role: 'intelligence-analyst' });
    })();
    for (let n = 0; n < 10; n++)
      expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({
        problems: [],
        workflow: 'agrees',
      });
    await busy;
  });

  it('names the first event that the workflow has not taken up, until it has', async () => {
    const reference = await engine.inAssessment();
    await recordUnseen(reference, TASKING, 'assignTeam', { person: LIAISON.id, role: 'rocu-liaison-officer' });
    expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({
      verified: false,
      workflow: 'differs',
      problems: [{ sequence: 4, problem: 'its workflow has not taken up this event' }],
    });
    await engine.gateway.reconcile(reference);
    expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({
      verified: true,
      workflow: 'agrees',
    });
  });

  it('proves an operation without a running workflow by its records alone', async () => {
    const reference = await engine.inAssessment();
    const handle = engine.client.workflow.getHandle(`operation/${reference}`);
    await handle.terminate('test');
    expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({
      verified: true,
      workflow: 'not-running',
    });
  });
});
