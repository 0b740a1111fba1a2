import { join } from 'node:path';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflows } from '../../apps/worker/bundle';
import { HISTORIES, replayHistories } from '../../apps/worker/replay';

describe('the workflows', () => {
  let bundle: string;
  beforeAll(async () => {
    bundle = await bundleWorkflows();
  });

  it('replay the histories of every released version', async () => {
    const replayed = await replayHistories(HISTORIES, bundle);
    expect(replayed.length).toBeGreaterThanOrEqual(3);
    expect(replayed.filter(({ error }) => error)).toEqual([]);
  });

  it('do not replay a history of something else, so the check can fail', async () => {
    const [replayed] = await replayHistories(join('test', 'replay', 'must-fail'), bundle);
    expect(replayed?.error).toBeInstanceOf(DeterminismViolationError);
  });
});
