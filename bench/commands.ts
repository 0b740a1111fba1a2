import { randomUUID } from 'node:crypto';
import type { Baseline } from './baseline/baseline';
import type { BusyOperation, Engine } from './engine';
import { alternate, burst, median, rounds, rounded, sum, times, type Sides, type Work } from './measure';
import type { Report, Scale } from './report';

/** What a comparison of the engine with the bare workflow works on. */
export interface Contest {
  readonly engine: Engine;
  readonly bare: Baseline;
  readonly scale: Scale;
  readonly report: Report;
  /** The next operation to give commands to. */
  readonly begin: () => Promise<BusyOperation>;
}

export const LANES = 16;

/** Rest after a burst. A bare start, for one, is still being written down when its workflow has run. */
export const REST_MS = 150;

/** An operation and a bare workflow. Both are given the same command, in the same envelope. */
export interface Pair {
  readonly operation: BusyOperation;
  readonly workflowId: string;
  readonly prepare: Sides<() => Work>;
}

export async function pair({ engine, bare, begin }: Contest): Promise<Pair> {
  const operation = await begin();
  const workflowId = `baseline/${randomUUID()}`;
  await bare.start(workflowId, engine.opening());
  await bare.haveBegun([workflowId]);
  const give = (to: (command: ReturnType<Engine['command']>) => Promise<unknown>) => () => {
    const command = engine.command(operation);
    return () => to(command);
  };
  return {
    operation,
    workflowId,
    prepare: {
      ours: give((command) => engine.update(operation, command)),
      bare: give((command) => bare.write(workflowId, command)),
    },
  };
}

/** How long one command takes when nothing else is going on, beside one write of the bare workflow. */
export async function commandP50Ratio(contest: Contest): Promise<number> {
  const { scale, report } = contest;
  const ratios = await rounds(scale.rounds, async (nth) => {
    const { prepare } = await pair(contest);
    await alternate(scale.warmUp, prepare);
    const { ours, bare } = await alternate(scale.calls, prepare);
    report.round(nth, 'p50 in ms', { ours: median(ours), bare: median(bare) });
    return median(ours) / median(bare);
  });
  return rounded(median(ratios));
}

/** Commands per second of many operations at once, in short bursts of either side. */
export async function commandThroughputRatio(contest: Contest): Promise<number> {
  const { scale, report } = contest;
  const pairs: Pair[] = [];
  for (let lane = 0; lane < LANES; lane++) pairs.push(await pair(contest));
  const bursts = (side: keyof Sides<unknown>) => () =>
    burst(pairs.map(({ prepare }) => times(scale.burst, () => prepare[side]())));
  const sides = { ours: bursts('ours'), bare: bursts('bare') };
  await alternate(scale.warmUpBursts, sides, REST_MS);
  const ratios = await rounds(scale.rounds, async (nth) => {
    const taken = await alternate(scale.bursts, sides, REST_MS);
    const rates = perSecond(LANES * scale.burst * scale.bursts, taken);
    report.round(nth, 'commands per second', rates);
    return rates.ours / rates.bare;
  });
  return rounded(median(ratios));
}

/** How many a second, if so many on either side took these milliseconds. */
export function perSecond(count: number, { ours, bare }: Sides<readonly number[]>): Sides<number> {
  return { ours: (count * 1000) / sum(ours), bare: (count * 1000) / sum(bare) };
}
