import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Something that is done again and again until the process stops. */
export interface Rounds {
  /** Lets the round under way finish; resolves when it has. */
  stop(): Promise<void>;
}

/**
 * Does something at intervals, one round at a time. A round that fails is logged and done again after a pause: whatever
 * it needs may be away for a while.
 *
 * @param round answers whether there is more to do at once
 */
export function inRounds(name: string, everyMs: number, round: () => Promise<boolean>, logger: Logger): Rounds {
  const stopping = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  let failing = false;
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        const more = await round();
        if (failing) logger.info({ name }, 'goes on');
        failing = false;
        if (!more) await pause(everyMs);
      } catch (error) {
        if (!failing) logger.warn({ name, reason: error instanceof Error ? error.message : String(error) }, 'pauses');
        failing = true;
        await pause(Math.max(everyMs, 500));
      }
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
