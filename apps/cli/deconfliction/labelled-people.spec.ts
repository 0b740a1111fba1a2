import { birthOf } from '../../../domain/deconfliction/births';
import { marksOf } from '../../../domain/deconfliction/marks';
import { ALTERATIONS, labelledPeople, LIKENESSES, type Entry } from './labelled-people';

const PEOPLE = 5_000;
const phonesOf = ({ phone }: Entry) => (phone === undefined ? [] : marksOf('phone', phone));
const birthIn = ({ birth }: Entry) => (birth === undefined ? undefined : birthOf(birth));

describe.each([1, 2])('labelled people (seed %d)', (seed) => {
  const entries = labelledPeople(seed, PEOPLE);
  const people = [...Map.groupBy(entries, ({ person }) => person).values()];
  const seconds = people.flatMap(([first, ...others]) => others.map((other) => [first as Entry, other] as const));

  it('are the same for the same seed, and others for another', () => {
    const same = (other: number) => JSON.stringify(labelledPeople(other, PEOPLE)) === JSON.stringify(entries);
    expect([same(seed), same(seed + 1)]).toEqual([true, false]);
  });

  it('are as many as were asked for, some two in five of them entered again and a few twice', () => {
    const again = (times: number) => people.filter((all) => all.length > times).length / PEOPLE;
    expect(people).toHaveLength(PEOPLE);
    expect(again(1)).toBeGreaterThan(0.37);
    expect(again(1)).toBeLessThan(0.43);
    expect(again(2)).toBeGreaterThan(0.02);
    expect(again(3)).toBe(0);
  });

  it('have every alteration and every likeness among them, and no other', () => {
    expect(new Set(entries.flatMap(({ ways }) => ways))).toEqual(new Set([...ALTERATIONS, ...LIKENESSES]));
  });

  it('are entered again by one or two ways', () => {
    expect(new Set(seconds.map(([, { ways }]) => ways.length))).toEqual(new Set([1, 2]));
  });

  it('are altered by every way that is named', () => {
    const alone = seconds.filter(([, { ways }]) => ways.length === 1);
    const unaltered = alone.filter(([first, other]) => {
      const way = other.ways[0] as string;
      if (way === 'the phone again') return first.phone === undefined || other.phone === undefined;
      return /birth|month/.test(way) ? birthIn(first) === birthIn(other) : first.names[0] === other.names[0];
    });
    expect(unaltered).toEqual([]);
  });

  it('have a phone in both entries where the birth is absent for it, never written the same', () => {
    const by = ['birth absent, phone', 'the phone again'];
    const phoned = seconds.filter(([, { ways }]) => ways.some((way) => by.includes(way)));
    expect(phoned.filter(([first, other]) => first.phone === undefined || other.phone === undefined)).toEqual([]);
    expect(seconds.filter(([first, { phone }]) => phone !== undefined && phone === first.phone)).toEqual([]);
  });

  it('share no phone, but for the few who are meant to', () => {
    const phones = entries.flatMap((entry) => phonesOf(entry).map((phone) => ({ ...entry, phone })));
    const byPhone = Map.groupBy(phones, ({ phone }) => phone);
    const shared = [...byPhone.values()].filter((all) => new Set(all.map(({ person }) => person)).size > 1);
    const sharers = new Set(entries.filter(({ ways }) => ways.includes('shared phone')).map(({ person }) => person));
    expect(shared.filter((all) => !all.some(({ person }) => sharers.has(person)))).toEqual([]);
    expect(sharers.size).toBeLessThan(PEOPLE / 100);
  });

  it('were all born on a day that can be read, and that has been', () => {
    const written = entries.filter(({ birth }) => birth !== undefined);
    expect(written.filter((entry) => !/^(19|200)/.test(birthIn(entry) ?? ''))).toEqual([]);
  });

  it('have British phones of the ranges kept for drama alone', () => {
    const british = entries
      .map(phonesOf)
      .flatMap(([only, ...more]) => (only?.startsWith('phone:+44') && more.length === 0 ? [only] : []));
    const drama = /^phone:\+44(7700900|1[1-6]\d4960|1914980|2079460)\d{3}$/;
    expect(british.length).toBeGreaterThan(100);
    expect(british.filter((mark) => !drama.test(mark))).toEqual([]);
  });
});
