import { rmSync } from 'node:fs';
import type { Layout } from './layout';
import { endLeftovers, isAlive, readRunning, survivors } from './running-file';
import { sleep } from './wait';

/** Longer than all graceful stops together may take. */
const PATIENCE_SECONDS = 90;

/** Stops the stack of a data folder from another process, verifies that nothing of it is left, and says how it went. */
export async function bringDown(at: Layout): Promise<string> {
  const running = readRunning(at.running);
  if (!running) return 'Waymark is not running.';
  const wasUp = isAlive(running.starter);
  if (wasUp) process.kill(running.starter.pid, 'SIGTERM');
  // Processes may be replaced until the starter has understood, so look at what it writes down last.
  let last = running;
  for (const deadline = Date.now() + PATIENCE_SECONDS * 1000; Date.now() < deadline; await sleep(50)) {
    last = readRunning(at.running) ?? last;
    if (Object.keys(survivors(last)).length === 0) break;
  }
  const stubborn = Object.keys(survivors(last));
  await endLeftovers(last);
  rmSync(at.running, { force: true });
  const left = Object.entries(survivors(last)).map(([name, { pid }]) => `${name} (pid ${pid})`);
  if (left.length > 0) throw new Error(`Could not end ${left.join(', ')}.`);
  if (stubborn.length > 0) return `Stopped; ${stubborn.join(', ')} had to be killed. No process is left.`;
  return wasUp
    ? 'Stopped. No process is left; the data is kept.'
    : 'Waymark was not running; what it had left is gone.';
}
