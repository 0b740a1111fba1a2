import fc from 'fast-check';
import { addMonths } from '../time/days';
import { PROFILE_AREAS } from './areas.v1';
import { dateOfDay, dayNumber } from './dates';
import { DAY_SHIFT, FORCE_SHIFT, VICTIM_BIT, type HistoryBlock } from './history';
import { Ranking, type Slice } from './rank';
import { RFG_DEFAULT } from './score';

const AS_OF = dayNumber('2026-09-30');
const LENGTH = 10;

interface Event {
  readonly person: number;
  readonly day: number;
  readonly force: number;
  readonly victim: boolean;
  readonly areas: number;
  readonly harm: number;
}

const event = fc.record({
  person: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: AS_OF - 1_200, max: AS_OF + 100 }),
  force: fc.integer({ min: 0, max: 10 }),
  victim: fc.boolean(),
  areas: fc.integer({ min: 0, max: 2 ** PROFILE_AREAS.length - 1 }),
  harm: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 600_000 })),
});
const histories = fc.array(event, { maxLength: 60 });
const slice: fc.Arbitrary<Slice> = fc.record(
  {
    role: fc.constantFrom('suspect' as const, 'victim' as const),
    area: fc.constantFrom('all' as const, ...PROFILE_AREAS),
    forces: fc.uniqueArray(fc.integer({ min: 0, max: 10 }), { minLength: 1 }),
  },
  { requiredKeys: ['role', 'area'] },
);

/** In blocks of some events, all of a person together. */
function blocksOf(events: readonly Event[], size: number): readonly HistoryBlock[] {
  const sorted = [...events].sort((a, b) => a.person - b.person);
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, nth) => {
    const some = sorted.slice(nth * size, (nth + 1) * size);
    const people = [...new Set(some.map(({ person }) => person))];
    return {
      people: Int32Array.from(people),
      counts: Int32Array.from(people, (person) => some.filter((one) => one.person === person).length),
      facts: Int32Array.from(
        some,
        ({ day, force, victim, areas }) =>
          (day << DAY_SHIFT) | (force << FORCE_SHIFT) | (victim ? VICTIM_BIT : 0) | areas,
      ),
      harms: Int32Array.from(some, ({ harm }) => harm),
    };
  });
}

function ranked(events: readonly Event[], slices: readonly Slice[], size = 7) {
  const ranking = new Ranking(RFG_DEFAULT, slices, AS_OF, LENGTH);
  for (const block of blocksOf(events, size)) ranking.add(block);
  return ranking.end();
}

/** The slow and obvious way, from the words of DOMAIN §2. */
function slowly(events: readonly Event[], { role, area, forces }: Slice) {
  const theirs = events.filter(
    (one) =>
      one.day <= AS_OF &&
      one.victim === (role === 'victim') &&
      (area === 'all' || ((one.areas >> PROFILE_AREAS.indexOf(area)) & 1) === 1) &&
      (forces === undefined || forces.includes(one.force)),
  );
  const beginning = addMonths(dateOfDay(AS_OF), -24);
  return [...new Set(theirs.map(({ person }) => person))]
    .map((person) => {
      const own = theirs.filter((one) => one.person === person);
      const recent = own.filter(({ day }) => dateOfDay(day) > beginning);
      const days = AS_OF - Math.max(...own.map(({ day }) => day));
      const cchi = recent.filter(({ harm }) => harm >= 0).reduce((sum, { harm }) => sum + harm, 0) / 100;
      const recency = 100 * Math.pow(0.5, days / 180);
      const frequency = Math.min(100, 10 * recent.length);
      const gravity = 100 * Math.min(1, cchi / 5475);
      return { person, score: (recency + frequency + gravity) / 3, cchi, events: recent.length, days };
    })
    .sort(
      (a, b) => b.score - a.score || b.cchi - a.cchi || b.events - a.events || a.days - b.days || a.person - b.person,
    );
}

describe('ranking', () => {
  it('gives the scores of a slow and obvious reckoning, whatever the histories, lists and blocks', () => {
    fc.assert(
      fc.property(histories, slice, fc.integer({ min: 1, max: 20 }), (events, list, size) => {
        const [{ top, people } = { top: [], people: 0 }] = ranked(events, [list], size);
        const expected = slowly(events, list);
        expect(people).toBe(expected.length);
        expect(top).toHaveLength(Math.min(LENGTH, expected.length));
        for (const { person, score, events: counted, harm } of top) {
          const own = expected.find((one) => one.person === person);
          expect(score).toBeCloseTo(own?.score ?? NaN, 9);
          expect([counted, harm / 100]).toEqual([own?.events, expect.closeTo(own?.cchi ?? NaN, 6)]);
        }
        // Nobody left out is better than somebody kept, and each is in their place.
        const scores = expected.map(({ score }) => score);
        top.forEach(({ score, rank }) => expect(score).toBeCloseTo(scores[rank - 1] ?? NaN, 9));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is the same, byte for byte, however the events of each person are ordered and cut', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 20 }), (events, size) => {
        const all: Slice = { role: 'suspect', area: 'all' };
        expect(JSON.stringify(ranked([...events].reverse(), [all], size))).toBe(JSON.stringify(ranked(events, [all])));
      }),
    );
  });

  it('tells how much of the harm few hold', () => {
    const events = Array.from({ length: 100 }, (_, nth) => ({
      person: nth + 1,
      day: AS_OF - 10,
      force: 0,
      victim: false,
      areas: 0,
      harm: nth < 2 ? 9_800 : 200,
    }));
    const [list] = ranked(events, [{ role: 'suspect', area: 'all' }]);
    expect(list?.concentration.find(({ share }) => share === 0.02)?.harm).toBeCloseTo(0.5, 9);
  });

  it('of a back-test scores by what was known then, and tells what came after', () => {
    const of = (person: number, day: number, harm: number) => ({
      person,
      day,
      force: 0,
      victim: false,
      areas: 0,
      harm,
    });
    const events = [of(1, AS_OF - 20, 1_000), of(1, AS_OF + 5, 700), of(2, AS_OF - 20, 500), of(3, AS_OF + 5, 900)];
    const ranking = new Ranking(RFG_DEFAULT, [{ role: 'suspect', area: 'all' }], AS_OF, 1, AS_OF + 30);
    for (const block of blocksOf(events, 10)) ranking.add(block);
    const [list] = ranking.end();
    expect(list).toMatchObject({ people: 2, after: 1_600, top: [{ person: 1, events: 1, harm: 1_000, after: 700 }] });
  });
});
