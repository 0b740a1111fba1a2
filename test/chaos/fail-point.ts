import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from '../../platform/embedded/stack';
import { sleep } from '../../platform/embedded/wait';

const NAME = 'after-record';

/** The worker's fail-point: once armed, the next event that is committed is the last thing the worker does. */
export class FailPoint {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** What the worker's environment must have. */
  get environment(): Readonly<Record<string, string>> {
    return { WAYMARK_FAIL_POINTS: this.folder };
  }

  arm(): void {
    writeFileSync(join(this.folder, NAME), '');
  }

  /** Takes the point away where nothing has met it. Answers whether it was still there. */
  disarm(): boolean {
    const there = existsSync(join(this.folder, NAME));
    rmSync(join(this.folder, NAME), { force: true });
    return there;
  }

  /** Resolves when the worker has died of it; answers false when it has not within `seconds`. */
  async struck(stack: Stack, seconds = 20): Promise<boolean> {
    for (const until = Date.now() + seconds * 1_000; Date.now() < until; await sleep(5))
      if (stack.pids().worker === undefined) return !this.disarm();
    this.disarm();
    return false;
  }
}
