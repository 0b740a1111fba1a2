import fc from 'fast-check';
import { Clusters, type Decided } from './clusters';

const SIZE = 12;
const identity = fc.integer({ min: 0, max: SIZE - 1 });
const pair = fc.tuple(identity, identity).filter(([one, other]) => one !== other);
const decided = fc
  .array(fc.tuple(pair, fc.constantFrom('same' as const, 'different' as const)), { maxLength: 6 })
  .map((all) => all.map(([[one, other], outcome]): Decided => ({ one, other, outcome })));

const peopleOf = (clusters: Clusters) => Array.from({ length: SIZE }, (_, nth) => clusters.personOf(nth));
const joined = (links: readonly (readonly [number, number])[], by: readonly Decided[] = []) => {
  const clusters = new Clusters(SIZE, by);
  for (const [one, other] of links) clusters.join(one, other);
  return peopleOf(clusters);
};

describe('clusters', () => {
  it('are the same people in whatever order their links come, where nobody has decided', () => {
    fc.assert(
      fc.property(fc.array(pair), (links) => {
        expect(joined([...links].reverse())).toEqual(joined(links));
      }),
    );
  });

  it('are named by the lowest of their identities, and hold all that are linked', () => {
    fc.assert(
      fc.property(fc.array(pair), (links) => {
        const people = joined(links);
        for (const [one, other] of links) expect(people[one]).toBe(people[other]);
        people.forEach((person, nth) => expect(person).toBeLessThanOrEqual(nth));
        people.forEach((person) => expect(people[person]).toBe(person));
      }),
    );
  });

  it('never hold two whom people have told apart, and always two whom they have put together', () => {
    fc.assert(
      fc.property(fc.array(pair), decided, (links, by) => {
        const key = ({ one, other }: Decided) => [one, other].sort((a, b) => a - b).join();
        const standing = [...new Map(by.map((one) => [key(one), one])).values()];
        const people = joined(links, by);
        const together = joined(
          standing.filter(({ outcome }) => outcome === 'same').map(({ one, other }) => [one, other]),
        );
        for (const { one, other, outcome } of standing) {
          // Where people contradict themselves by way of a third, telling apart comes first.
          if (outcome === 'different') expect(people[one]).not.toBe(people[other]);
          else if (
            standing.every((another) => another.outcome === 'same' || together[another.one] !== together[another.other])
          )
            expect(people[one]).toBe(people[other]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('let the latest decision of a pair stand', () => {
    const by = (outcome: Decided['outcome']): Decided => ({ one: 1, other: 2, outcome });
    expect(joined([[1, 2]], [by('same'), by('different')])[2]).toBe(2);
    expect(joined([], [by('different'), { one: 2, other: 1, outcome: 'same' }])[2]).toBe(1);
  });
});
