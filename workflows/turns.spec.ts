import { Turns } from './turns';

/** Something that goes on until it is told to end. */
function something() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('begins at once where nobody else is at it', () => {
    const begun: string[] = [];
    void new Turns().take(async () => void begun.push('first'));
    expect(begun).toEqual(['first']);
  });

  it('serves one at a time, in the order asked for', async () => {
    const turns = new Turns();
    const [first, second] = [something(), something()];
    const begun: string[] = [];
    const all = [
      turns.take(() => (begun.push('first'), first.ended)),
      turns.take(() => (begun.push('second'), second.ended)),
      turns.take(async () => void begun.push('third')),
    ];
    await settled();
    expect(begun).toEqual(['first']);
    first.end();
    await settled();
    expect(begun).toEqual(['first', 'second']);
    second.end();
    await Promise.all(all);
    expect(begun).toEqual(['first', 'second', 'third']);
    expect([turns.isTaken, turns.count]).toEqual([false, 3]);
  });

  it('serves nobody who comes between an end and whose turn it then is', async () => {
    const turns = new Turns();
    const first = something();
    const begun: string[] = [];
    const ending = turns.take(() => first.ended).then(() => turns.take(async () => void begun.push('late')));
    const waiting = turns.take(async () => void begun.push('waiting'));
    first.end();
    await Promise.all([ending, waiting]);
    expect(begun).toEqual(['waiting', 'late']);
  });

  it('gives the turn on when something fails, and answers the failure', async () => {
    const turns = new Turns();
    const failing = turns.take(() => Promise.reject(new Error('Invented.')));
    const next = turns.take(async () => 'done');
    await expect(failing).rejects.toThrow('Invented.');
    await expect(next).resolves.toBe('done');
  });

  it('is taken until the last has ended', async () => {
    const turns = new Turns();
    const only = something();
    const all = turns.take(() => only.ended);
    expect(turns.isTaken).toBe(true);
    only.end();
    await all;
    expect(turns.isTaken).toBe(false);
  });
});
