/** Milliseconds of patience. */
export const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export interface Patience {
  readonly seconds?: number;
  /** Milliseconds between two questions. */
  readonly every?: number;
  readonly signal?: AbortSignal;
  /** Errors that no patience will mend. */
  readonly hopeless?: (error: unknown) => boolean;
}

/**
 * Asks until the answer comes without an error.
 *
 * @throws Error naming what was waited for and the last error, after `seconds`
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  { seconds = 60, every = 100, signal, hopeless }: Patience = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (hopeless?.(error)) throw error;
      if (Date.now() >= deadline) {
        throw new Error(`${what} did not answer within ${seconds} s: ${(error as Error).message}`, { cause: error });
      }
    }
    await sleep(every);
  }
}
