import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNTHROTTLED } from '../../platform/embedded/unthrottled';
import { Stack } from '../../platform/embedded/stack';
import { FailPoint, type FailPointName } from '../chaos/fail-point';
import { NEARBY_WEBHOOKS } from './nearby-webhooks';
import { World } from '../chaos/world';

/** A stack of a test's own, whose processes may be killed, with a fail-point that is not armed yet. */
export async function startFaultWorld(failPointName: FailPointName) {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-fault-'));
  const failPoint = new FailPoint(join(dataDir, 'fail-points'), failPointName);
  const stack = await Stack.start({
    dataDir,
    ports: 'free',
    environment: {},
    env: (app) => ({ LOG_LEVEL: 'warn', ...UNTHROTTLED, ...NEARBY_WEBHOOKS, ...failPoint.environmentOf(app) }),
  });
  const world = new World(stack, failPoint, () => undefined);
  const close = async () => {
    await world.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { stack, world, close };
}
