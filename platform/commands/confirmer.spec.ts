import { Confirmer } from './confirmer';

describe('the confirmer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const confirming = (query: jest.Mock) => new Confirmer({ query } as never);
  const batches = (query: jest.Mock) =>
    query.mock.calls.map(([{ values }]: [{ values: [string[], string[]] }]) => values);

  it('confirms what came together in one call', async () => {
    const query = jest.fn().mockResolvedValue({});
    const confirmer = confirming(query);
    confirmer.add('OP-1', 'a');
    confirmer.add('OP-2', 'b');
    await jest.advanceTimersByTimeAsync(100);
    expect(batches(query)).toEqual([
      [
        ['OP-1', 'OP-2'],
        ['a', 'b'],
      ],
    ]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('keeps what the database did not take, and tries again', async () => {
    const query = jest.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue({});
    const confirmer = confirming(query);
    confirmer.add('OP-1', 'a');
    await jest.advanceTimersByTimeAsync(100);
    confirmer.add('OP-2', 'b');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(batches(query).at(-1)).toEqual([
      ['OP-1', 'OP-2'],
      ['a', 'b'],
    ]);
  });

  it('does not grow without end while the database is away', async () => {
    const query = jest.fn().mockRejectedValue(new Error('away'));
    const confirmer = confirming(query);
    for (let nth = 0; nth < 10_500; nth++) confirmer.add('OP-1', `c${nth}`);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(Math.max(...batches(query).map(([references]) => references.length))).toBe(10_000);
  });

  it('confirms what is left when it closes, and then rests', async () => {
    const query = jest.fn().mockResolvedValue({});
    const confirmer = confirming(query);
    confirmer.add('OP-1', 'a');
    await confirmer.close();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(batches(query)).toEqual([[['OP-1'], ['a']]]);
  });
});
