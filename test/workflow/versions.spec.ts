import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { createRecordingActivities } from '../../activities/recording';
import { createScoringActivities } from '../../activities/scoring';
import { bundleWorkflows } from '../../apps/worker/bundle';
import { bundleOf, BundleStore, makeCurrent, undrainedVersions } from '../../apps/worker/deployment';
import { HISTORY_KEY_RING } from '../../apps/worker/replay';
import { createWorker, wakeOperations } from '../../apps/worker/workers';
import { operationWorkflowId } from '../../workflows/operation/operation.messages';
import { Engine, eventually, TASKING, testStack } from '../support/stack';

// Whatever other suites have left running is moved on too, one by one.
jest.setTimeout(300_000);

describe('a release of the workflows', () => {
  const { urls } = testStack();
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bundles-'));
  const workers: { worker: Worker; running: Promise<void> }[] = [];
  let engine: Engine;
  let connection: NativeConnection;
  let before: string;

  beforeAll(async () => {
    engine = new Engine();
    connection = await NativeConnection.connect({ address: urls.temporalAddress });
    const described = await engine.client.workflowService.describeWorkerDeployment({
      namespace: urls.namespace,
      deploymentName: 'waymark',
    });
    before = described.workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId as string;
  });

  afterAll(async () => {
    // The stack's own worker serves the tests that follow.
    await makeCurrent(engine.client, before);
    await wakeOperations(engine.client, before);
    for (const { worker } of workers) worker.shutdown();
    await Promise.all(workers.map(({ running }) => running));
    await Promise.all([connection.close(), engine.close()]);
    rmSync(folder, { recursive: true });
  });

  const versionOf = async (workflowId: string) => {
    const { raw } = await engine.client.workflow.getHandle(workflowId).describe();
    return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;
  };

  it('moves running operations on to it, by continuing as new, and loses nothing', async () => {
    const reference = await engine.open();
    const workflowId = operationWorkflowId(reference);
    expect(await versionOf(workflowId)).toBe(before);

    const bundle = bundleOf(`/* another release */ ${await bundleWorkflows()}`);
    const codePath = new BundleStore(folder).keep(bundle);
    const config = {
      TEMPORAL_ADDRESS: urls.temporalAddress,
      TEMPORAL_NAMESPACE: urls.namespace,
      PAYLOAD_KEYS: HISTORY_KEY_RING,
    };
    const activities = { ...createRecordingActivities(engine.pool), ...createScoringActivities(engine.pool) };
    const worker = await createWorker(config, connection, activities, { buildId: bundle.buildId, codePath });
    workers.push({ worker, running: worker.run() });
    expect(await makeCurrent(engine.client, bundle.buildId)).toBe(true);

    expect(await versionOf(workflowId)).toBe(before);
    expect(await undrainedVersions(engine.client, bundle.buildId)).toContain(before);
    await wakeOperations(engine.client, bundle.buildId);
    await eventually('the new version', async () => (await versionOf(workflowId)) === bundle.buildId);
    await engine.does(reference, TASKING, 'submitReferral', {});
    expect((await engine.events(reference)).map(({ type }) => type)).toEqual(['referralOpened', 'referralSubmitted']);
  });
});
