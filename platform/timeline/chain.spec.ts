import { Chain, genesis, hashOf, type StoredEvent } from './chain';

const REFERENCE = 'OP-2026-000123';
const event: Omit<StoredEvent, 'hash'> = {
  sequence: 1,
  type: 'referralSubmitted',
  version: 1,
  happenedAt: '2026-01-01T09:30:00.000Z',
  occurredAt: '2026-01-01T09:30:00.123Z',
  actor: 'tasking-officer-norfolk',
  commandId: 'c1',
  index: 0,
  payload: '{}',
  previousHash: genesis(REFERENCE),
};

/** Events that follow on from each other. */
function chainOf(count: number): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let sequence = 1; sequence <= count; sequence++) {
    const next = { ...event, sequence, previousHash: events.at(-1)?.hash ?? genesis(REFERENCE) };
    events.push({ ...next, hash: hashOf(next) });
  }
  return events;
}

const problemsOf = (events: readonly StoredEvent[]) => {
  const chain = new Chain(REFERENCE);
  for (const one of events) chain.add(one);
  return chain.problems;
};

describe('the chain of hashes', () => {
  // Worked out once with sha256sum over the lines that docs/adr/0008 lists: kept timelines depend on it for ever.
  it('is the documented one', () => {
    expect(genesis(REFERENCE)).toBe('48d35ec3e5cd72c91f0c3c2b7d204e7998a117907ca12380eb6832b1c026fced');
    expect(hashOf(event)).toBe('964348ee3ff4eb75d7f47ae194d1ef69d72e0d469bfe8759e8aa1b4dcc16944c');
  });

  it('holds where nothing was changed', () => {
    expect(problemsOf(chainOf(5))).toEqual([]);
  });

  it('names an event that is missing, altered, out of line or not canonical', () => {
    const [one, two, three, four] = chainOf(4) as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    expect(problemsOf([one, four])).toEqual([
      { sequence: 2, problem: 'to 3 are missing' },
      { sequence: 4, problem: 'does not follow on from the event before it' },
    ]);
    expect(problemsOf([one, { ...two, actor: 'someone-else' }, three])).toEqual([
      { sequence: 2, problem: 'does not match its hash: it has been altered' },
    ]);
    const spaced = { ...event, payload: '{ }' };
    expect(problemsOf([{ ...spaced, hash: hashOf(spaced) }])).toEqual([
      { sequence: 1, problem: 'its payload is not canonical JSON (RFC 8785)' },
    ]);
  });

  it('cannot be moved to another operation', () => {
    const chain = new Chain('OP-2026-000124');
    for (const one of chainOf(2)) chain.add(one);
    expect(chain.problems).toEqual([{ sequence: 1, problem: 'does not follow on from the event before it' }]);
  });
});
