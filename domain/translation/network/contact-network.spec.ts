import * as fc from 'fast-check';
import { contactNetwork, type ContactNetwork, type PairCount } from './contact-network';

const hours = (...at: readonly number[]) =>
  Array.from({ length: 24 }, (_, hour) => at.filter((one) => one === hour).length);

const pair = (sender: string | null, recipient: string | null, parts: Partial<PairCount> = {}): PairCount => ({
  sender,
  recipient,
  messages: 1,
  first: '2026-03-01T09:00:00Z',
  last: '2026-03-01T09:00:00Z',
  byMonth: { '2026-03': parts.messages ?? 1 },
  byHour: hours(9),
  ...parts,
});

const arbitraryPair = fc
  .record({
    sender: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
    recipient: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
    messages: fc.integer({ min: 0, max: 50 }),
    day: fc.integer({ min: 1, max: 28 }),
    length: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ sender, recipient, messages, day, length }) =>
    pair(sender, recipient, {
      messages,
      first: `2026-02-${String(day).padStart(2, '0')}T00:00:00Z`,
      last: `2026-0${2 + length}-28T00:00:00Z`,
      byMonth: { [`2026-0${2 + length}`]: messages },
    }),
  );

/** A network without the order that names give it. */
const unordered = ({ people, ties, ...counts }: ContactNetwork, name: (id: string) => string = (id) => id) => ({
  ...counts,
  people: people
    .map((person) => ({ ...person, id: name(person.id) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1)),
  ties: ties
    .map(({ between: [one, other], sent, ...tie }) => {
      const ends = [
        { id: name(one), sent: sent[0] },
        { id: name(other), sent: sent[1] },
      ].sort((a, b) => (a.id < b.id ? -1 : 1));
      return { ...tie, ends };
    })
    .sort((one, other) => (JSON.stringify(one.ends) < JSON.stringify(other.ends) ? -1 : 1)),
});

describe('a contact network', () => {
  it('has who wrote to whom, when, how often, and how evenly', () => {
    const network = contactNetwork([
      pair('Kati', 'Zoli', {
        messages: 8,
        first: '2026-01-05T20:00:00Z',
        last: '2026-02-01T20:00:00Z',
        byMonth: { '2026-02': 3, '2026-01': 5 },
        byHour: hours(20, 20, 21),
      }),
      pair('Zoli', 'Kati', {
        messages: 2,
        first: '2026-01-04T20:00:00Z',
        last: '2026-01-09T20:00:00Z',
        byMonth: { '2026-01': 2 },
        byHour: hours(20),
      }),
    ]);
    expect(network.ties).toEqual([
      {
        between: ['Kati', 'Zoli'],
        messages: 10,
        sent: [8, 2],
        reciprocity: 0.25,
        first: '2026-01-04T20:00:00Z',
        last: '2026-02-01T20:00:00Z',
        byMonth: { '2026-01': 7, '2026-02': 3 },
        byHour: hours(20, 20, 20, 21),
      },
    ]);
    expect(network.people[0]).toEqual({
      id: 'Kati',
      sent: 8,
      received: 2,
      contacts: 1,
      first: '2026-01-04T20:00:00Z',
      last: '2026-02-01T20:00:00Z',
    });
  });

  it('takes several names of one person together', () => {
    const personOf = (party: string) => (party.includes('Kati') ? 'kati' : party);
    const network = contactNetwork(
      [pair('+36 Kati', 'Zoli'), pair('Zoli', 'Kati'), pair('Kati', '+36 Kati')],
      personOf,
    );
    expect(network.ties).toMatchObject([{ between: ['Zoli', 'kati'], messages: 2, reciprocity: 1 }]);
    expect(network.toThemselves).toBe(1);
    expect(network.people.map(({ id }) => id)).toEqual(['kati', 'Zoli']);
  });

  it('counts messages of unknown senders or recipients, with whoever is known, in no tie', () => {
    const network = contactNetwork([pair('Kati', null, { messages: 3 }), pair(null, null, { messages: 2 })]);
    expect(network).toMatchObject({ messages: 5, unattributed: 5, ties: [] });
    expect(network.people).toMatchObject([{ id: 'Kati', sent: 3, received: 0, contacts: 0 }]);
  });

  it('knows no time where none can be read', () => {
    const network = contactNetwork([pair('a', 'b', { first: null, last: null }), pair('b', 'c')]);
    expect(network.people.find(({ id }) => id === 'a')).toMatchObject({ first: null, last: null });
    expect(network.people.find(({ id }) => id === 'b')).toMatchObject({ first: '2026-03-01T09:00:00Z' });
  });

  it('counts each message once', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPair), (pairs) => {
        const network = contactNetwork(pairs);
        const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
        const all = sum(pairs.map(({ messages }) => messages));
        expect(network.messages).toBe(all);
        expect(sum(network.ties.map(({ messages }) => messages)) + network.toThemselves + network.unattributed).toBe(
          all,
        );
        expect(sum(network.people.map(({ sent }) => sent))).toBe(
          sum(pairs.filter(({ sender }) => sender !== null).map(({ messages }) => messages)),
        );
        for (const tie of network.ties) {
          expect(sum(tie.sent)).toBe(tie.messages);
          expect(sum(Object.values(tie.byMonth))).toBe(tie.messages);
        }
      }),
    );
  });

  it('is the same in whatever order the numbers come', () => {
    fc.assert(
      fc.property(
        fc
          .array(arbitraryPair)
          .chain((pairs) => fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }))),
        ([pairs, shuffled]) => {
          expect(JSON.stringify(contactNetwork(shuffled))).toBe(JSON.stringify(contactNetwork(pairs)));
        },
      ),
    );
  });

  it('has other names where people have other names, and nothing else', () => {
    const renamed: Readonly<Record<string, string>> = { a: 'zora', b: 'yan', c: 'xenia', d: 'bo' };
    const rename = (id: string) => renamed[id] ?? id;
    fc.assert(
      fc.property(fc.array(arbitraryPair), (pairs) => {
        expect(unordered(contactNetwork(pairs, rename))).toEqual(unordered(contactNetwork(pairs), rename));
      }),
    );
  });
});
