import type { Random } from '../../samples/random';

/** What is killed, by the name of its service. */
export const SERVICES = ['worker', 'api', 'jobs', 'temporal', 'postgres', 'redis'] as const;
export type Service = (typeof SERVICES)[number];

/** At the fail-point: an event is committed and the workflow task that recorded it never completes. */
export const FAIL_POINTS = ['worker-after-record', 'worker-and-temporal-after-record'] as const;
export type FailPointKind = (typeof FAIL_POINTS)[number];

export type Kind = Service | FailPointKind;
export const KINDS: readonly Kind[] = [...SERVICES, ...FAIL_POINTS];

/** One kill: of a single kind, or of two services at once. */
export interface Blow {
  readonly kinds: readonly [Kind] | readonly [Service, Service];
  /** How long commands flow undisturbed before. */
  readonly afterMs: number;
  /** How long what was killed is left down. */
  readonly downMs: number;
}

const AFTER_MS = { least: 1_000, most: 3_000 };
const DOWN_MS = { least: 0, most: 2_000 };

/**
 * The kills of a run, in rounds: each has every kind once, in an order of its own, and two services at once. So a run that
 * is cut short has still had all of them about equally often.
 */
export function planKills(rounds: number, random: Random): readonly Blow[] {
  const blow = (kinds: Blow['kinds']): Blow => ({
    kinds,
    afterMs: random.between(AFTER_MS.least, AFTER_MS.most),
    downMs: random.between(DOWN_MS.least, DOWN_MS.most),
  });
  return Array.from({ length: rounds }, () => {
    const pair = random.shuffled(SERVICES).slice(0, 2) as [Service, Service];
    return random.shuffled<Blow['kinds']>([...KINDS.map((kind) => [kind] as const), pair]).map(blow);
  }).flat();
}
