import { rmSync } from 'node:fs';

/** Stops the tests' stack and leaves nothing behind. */
export default async function globalTeardown(): Promise<void> {
  const stack = globalThis.waymarkTestStack;
  if (!stack) return;
  await stack.stop();
  rmSync(stack.options.dataDir, { recursive: true, force: true });
}
