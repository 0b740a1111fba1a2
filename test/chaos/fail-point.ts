import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppName } from '../../platform/embedded/apps';
import type { Stack } from '../../platform/embedded/stack';
import { sleep } from '../../platform/embedded/wait';

/** The process that meets each fail-point. */
const MET_BY = {
  'after-record': 'worker',
  'before-outcome': 'jobs',
  'amid-merge': 'worker',
  'before-messages': 'jobs',
  'amid-understanding': 'jobs',
  'amid-request': 'jobs',
  'amid-assembly': 'jobs',
} as const satisfies Record<string, AppName>;

export type FailPointName = keyof typeof MET_BY;

/** A fail-point: once armed, it is the last thing its process comes to. By default, that of an event just committed. */
export class FailPoint {
  constructor(
    private readonly folder: string,
    private readonly name: FailPointName = 'after-record',
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** What the environment of a process must have: nothing, unless it is the one that meets it. */
  environmentOf(app: AppName): Record<string, string> {
    return app === MET_BY[this.name] ? { WAYMARK_FAIL_POINTS: this.folder } : {};
  }

  arm(): void {
    writeFileSync(join(this.folder, this.name), '');
  }

  /** Takes the point away where nothing has met it. Answers whether it was still there. */
  disarm(): boolean {
    const there = existsSync(join(this.folder, this.name));
    rmSync(join(this.folder, this.name), { force: true });
    return there;
  }

  /** Resolves when its process has died of it; answers false when it has not within `seconds`. */
  async struck(stack: Stack, seconds = 20): Promise<boolean> {
    for (const until = Date.now() + seconds * 1_000; Date.now() < until; await sleep(5))
      if (stack.pids()[MET_BY[this.name]] === undefined) return !this.disarm();
    this.disarm();
    return false;
  }
}
