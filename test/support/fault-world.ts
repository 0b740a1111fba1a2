import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNTHROTTLED } from '../../platform/embedded/unthrottled';
import { Stack } from '../../platform/embedded/stack';
import { FailPoint, type FailPointName } from '../chaos/fail-point';
import { NEARBY_WEBHOOKS } from './nearby-webhooks';
import { World } from '../chaos/world';

/** A stack of a test's own, whose processes may be killed, with a fail-point that is not armed yet, and others of the same process. */
export async function startFaultWorld(
  failPointName: FailPointName,
  environment: Readonly<Record<string, string>> = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-fault-'));
  const failPointAt = (name: FailPointName) => new FailPoint(join(dataDir, 'fail-points'), name);
  const failPoint = failPointAt(failPointName);
  const stack = await Stack.start({
    dataDir,
    ports: 'free',
    environment: {},
    env: (app) => ({
      LOG_LEVEL: 'warn',
      ...UNTHROTTLED,
      ...NEARBY_WEBHOOKS,
      ...environment,
      ...failPoint.environmentOf(app),
    }),
  });
  const world = new World(stack, failPoint, () => undefined);
  const close = async () => {
    await world.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { stack, world, failPointAt, close };
}
