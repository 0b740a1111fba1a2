import { randomUUID } from 'node:crypto';
import { LANES, perSecond, REST_MS, type Contest } from './commands';
import { alternate, burst, median, rounds, rounded, times, type Work } from './measure';

/**
 * Openings per second: the engine's is over when its first event is recorded, the bare one's when its workflow has run
 * its first task. To wait for less would leave the bare side's work to be done in the engine's time.
 */
export async function openThroughputRatio({ engine, bare, scale, report }: Contest): Promise<number> {
  const open = (): Work => {
    const opening = engine.opening();
    return () => engine.open(opening);
  };
  const ours = () => burst(times(LANES, () => times(scale.openings, open)));
  const theirs = (): Work => {
    const given = times(LANES * scale.openings, () => ({ id: `baseline/${randomUUID()}`, opening: engine.opening() }));
    const lanes = times(LANES, (lane) => given.filter((_, nth) => nth % LANES === lane));
    const start = burst(
      lanes.map((lane) =>
        lane.map(
          ({ id, opening }) =>
            () =>
              bare.start(id, opening),
        ),
      ),
    );
    return async () => {
      await start();
      await bare.haveBegun(given.map(({ id }) => id));
    };
  };
  await alternate(scale.warmUpBursts, { ours, bare: theirs }, REST_MS);
  const ratios = await rounds(scale.rounds, async (nth) => {
    const taken = await alternate(scale.bursts, { ours, bare: theirs }, REST_MS);
    const rates = perSecond(LANES * scale.openings * scale.bursts, taken);
    report.round(nth, 'openings per second', rates);
    return rates.ours / rates.bare;
  });
  return rounded(median(ratios));
}
