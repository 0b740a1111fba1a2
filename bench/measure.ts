import { setTimeout as sleep } from 'node:timers/promises';

/** The two sides of a comparison. */
export interface Sides<T> {
  readonly ours: T;
  readonly bare: T;
}

/** Something to be timed. What it needs is made before the clock starts. */
export type Work = () => Promise<unknown>;

/** The value below which this share of the samples lies, by the nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('There is nothing to measure');
  return value;
}

export const median = (samples: readonly number[]): number => percentile(samples, 50);

/** Milliseconds that something takes. */
export async function timed(work: Work): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Prepares and times both sides in turn. On a busy machine two blocks one after the other meet different moments; calls
 * side by side meet the same. Who goes first changes each time, so that neither always follows the other.
 *
 * @param restMs time in between for what goes on after an answer, so that neither pays for the other
 */
export async function alternate(calls: number, prepare: Sides<() => Work>, restMs = 0): Promise<Sides<number[]>> {
  const taken: Sides<number[]> = { ours: [], bare: [] };
  for (let call = 0; call < calls; call++)
    for (const side of call % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      taken[side].push(await timed(prepare[side]()));
      if (restMs > 0) await sleep(restMs);
    }
  return taken;
}

/** Several lanes at once, each doing its own work one thing after the other. */
export function burst(lanes: readonly (readonly Work[])[]): Work {
  return () =>
    Promise.all(
      lanes.map(async (lane) => {
        for (const work of lane) await work();
      }),
    );
}

/** Repeats a round and answers what each gave; figures are medians over the rounds. */
export async function rounds<T>(count: number, round: (nth: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let nth = 1; nth <= count; nth++) results.push(await round(nth));
  return results;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** So many of what `make` makes. */
export const times = <T>(count: number, make: (nth: number) => T): T[] =>
  Array.from({ length: count }, (_, nth) => make(nth));

/** Rounded for people and for the last line. */
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
