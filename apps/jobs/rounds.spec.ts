import { inRounds } from './rounds';

const said: string[] = [];
const logger = {
  info: (_: object, message: string) => said.push(message),
  warn: (_: object, message: string) => said.push(message),
} as never;
const options = { name: 'test', everyMs: 100, slowestMs: 1_000, logger };

describe('rounds', () => {
  beforeEach(() => {
    said.length = 0;
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('follow at their interval, and at once while there is more to do', async () => {
    let more = 3;
    let done = 0;
    const rounds = inRounds(options, () => {
      done += 1;
      return Promise.resolve(more-- > 0);
    });
    await jest.advanceTimersByTimeAsync(0);
    expect(done).toBe(4);
    await jest.advanceTimersByTimeAsync(250);
    expect(done).toBe(6);
    await rounds.stop();
  });

  it('come less and less often while they fail, and say so once', async () => {
    let broken = true;
    let done = 0;
    const rounds = inRounds(options, () => {
      done += 1;
      return broken ? Promise.reject(new Error('away')) : Promise.resolve();
    });
    await jest.advanceTimersByTimeAsync(200 + 400 + 800);
    expect(done).toBe(4);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(done).toBe(7);
    broken = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(said).toEqual(['pauses', 'goes on']);
    await rounds.stop();
  });

  it('let the one in hand finish when they are stopped, and begin no other', async () => {
    let finish = (): void => undefined;
    let done = 0;
    const rounds = inRounds(options, () => {
      done += 1;
      return new Promise<boolean>((resolve) => (finish = () => resolve(true)));
    });
    await jest.advanceTimersByTimeAsync(0);
    let stopped = false;
    const stopping = rounds.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(done).toBe(1);
  });
});
