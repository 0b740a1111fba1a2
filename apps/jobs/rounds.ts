import type { Logger } from 'pino';

/** Something that is done again and again until the process stops. */
export interface Rounds {
  /** Lets the round under way finish; resolves when it has. */
  stop(): Promise<void>;
}

export interface RoundsOptions {
  readonly name: string;
  readonly everyMs: number;
  /** Longest pause after failures, each of which doubles it. */
  readonly slowestMs: number;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Does something at intervals, one round at a time. A round that fails is done again after a pause: whatever it needs may
 * be away for a while. The first failure and the recovery are logged, by message only.
 *
 * @param round answers true when there is more to do at once
 */
export function inRounds(
  { name, everyMs, slowestMs, logger }: RoundsOptions,
  round: () => Promise<boolean | void>,
): Rounds {
  const stopping = new AbortController();
  const pause = (ms: number) => pauseUnless(stopping.signal, ms);
  let failures = 0;
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        const more = await round();
        if (failures > 0) logger.info({ round: name, failures }, 'goes on');
        failures = 0;
        if (more !== true) await pause(everyMs);
      } catch (error) {
        if (failures === 0)
          logger.warn({ round: name, reason: error instanceof Error ? error.message : 'unknown' }, 'pauses');
        failures += 1;
        await pause(Math.min(everyMs * 2 ** failures, slowestMs));
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

/** Resolves after a while, or at once when there is no more reason to wait. */
function pauseUnless(stopped: AbortSignal, ms: number): Promise<void> {
  if (stopped.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    stopped.addEventListener('abort', end);
    function end(): void {
      clearTimeout(timer);
      stopped.removeEventListener('abort', end);
      resolve();
    }
  });
}
