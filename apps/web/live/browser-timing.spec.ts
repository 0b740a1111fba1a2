import { Looking, type Look } from '../client/looking';
import { pauseFrom, Pauses } from '../client/pauses';
import { Sayings } from '../client/sayings';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('pauses', () => {
  it('grow, and end where it has worked', () => {
    const pauses = new Pauses(1_000, 10_000, () => 1);
    expect([1, 2, 3, 4, 5, 6].map(() => pauses.next())).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    pauses.over();
    expect(pauses.next()).toBe(1_000);
  });

  it('are as long as a page says, and never none', () => {
    expect(['3', '1', '0', '', 'soon', '-5', undefined].map(pauseFrom)).toEqual([
      3_000,
      ...Array<number>(6).fill(1_000),
    ]);
  });
});

describe('a page that is looked at anew', () => {
  let hidden: boolean;
  let answers: Look[];
  let looks: number[];
  let told: string[];
  let looking: Looking;
  const SEEN: Look = { kind: 'seen', changed: true, waits: false };
  beforeEach(() => {
    [hidden, answers, looks, told] = [false, [], [], []];
    const look = async () => {
      looks.push(Date.now());
      return answers.shift() ?? SEEN;
    };
    looking = new Looking({ look, isHidden: () => hidden, tell: ({ kind }) => told.push(kind) });
  });
  afterEach(() => looking.stop());
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('is looked at within a second of what happens, and once for all that happens meanwhile', async () => {
    await pass(5_000);
    looking.want();
    await pass(1);
    expect(looks).toHaveLength(1);
    for (let nth = 0; nth < 50; nth++) looking.want();
    await pass(1_000);
    expect(looks).toHaveLength(2);
    await pass(10_000);
    expect(looks).toHaveLength(2);
  });

  it('is not looked at while nobody sees it, and at once when it is shown', async () => {
    hidden = true;
    looking.want();
    await pass(60_000);
    expect(looks).toHaveLength(0);
    hidden = false;
    looking.again();
    await pass(1);
    expect(looks).toHaveLength(1);
  });

  it('is tried again, with growing pauses, until it can be had', async () => {
    answers = [{ kind: 'away' }, { kind: 'away' }, { kind: 'away' }, { kind: 'away' }];
    looking.want();
    await pass(60_000);
    expect(told).toEqual(['away', 'away', 'away', 'away', 'seen']);
    const pauses = looks.slice(1).map((at, nth) => at - (looks[nth] as number));
    expect(pauses.every((pause, nth) => nth === 0 || pause > (pauses[nth - 1] as number))).toBe(true);
  });

  it('is looked at once more now and then, also where nothing is heard of', async () => {
    await pass(301_000);
    expect(looks).toHaveLength(1);
  });

  it('is left alone once the session is over', async () => {
    answers = [{ kind: 'over' }];
    looking.want();
    await pass(1_000);
    looking.want();
    await pass(900_000);
    expect(looks).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is looked at again, as before, once its person has signed in anew', async () => {
    answers = [{ kind: 'over' }];
    looking.want();
    await pass(1_000);
    looking.anew();
    await pass(1_000);
    expect(told).toEqual(['over', 'seen']);
    looking.want();
    await pass(1_000);
    await pass(301_000);
    expect(looks).toHaveLength(4);
  });
});

describe('what is said to screen readers', () => {
  let said: { readonly text: string; readonly at: number }[];
  let sayings: Sayings;
  beforeEach(() => {
    said = [];
    sayings = new Sayings((text) => said.push({ text, at: Date.now() }));
  });

  it('comes in order, and never more than once a second', async () => {
    for (const text of ['one', 'two', 'three']) sayings.add(text);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(said.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(said.slice(1).every(({ at }, nth) => at - (said[nth]?.at ?? 0) >= 1_000)).toBe(true);
  });

  it('is put together where too much has happened', async () => {
    for (let nth = 1; nth <= 40; nth++) sayings.add(`thing ${nth}`);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(said.map(({ text }) => text)).toEqual(['thing 1', '39 things have happened. The last: thing 40']);
    sayings.add('later');
    expect(said.at(-1)?.text).toBe('later');
  });
});
