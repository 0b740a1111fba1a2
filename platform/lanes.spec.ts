import { setImmediate as turn } from 'node:timers/promises';
import { inLanes } from './lanes';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 1; n <= count; n++) yield n;
}

describe('lanes', () => {
  it('work on each item once and on no more at a time than there are lanes', async () => {
    const done: number[] = [];
    let [working, most] = [0, 0];
    await inLanes(numbers(20), 3, async (n) => {
      working += 1;
      most = Math.max(most, working);
      await turn();
      working -= 1;
      done.push(n);
    });
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(most).toBe(3);
  });

  it('take no more items once one has failed, and throw that', async () => {
    const begun: number[] = [];
    const working = inLanes(numbers(1_000), 2, async (n) => {
      begun.push(n);
      await turn();
      if (n === 3) throw new Error('third');
    });
    await expect(working).rejects.toThrow('third');
    expect(begun.length).toBeLessThan(10);
  });
});
