import * as fc from 'fast-check';
import Papa from 'papaparse';
import { contactNetwork, type PairCount } from '../../../domain/translation/network/contact-network';
import { centralPeople } from './central';
import { networkCsv } from './network-csv';

const pair = (sender: string, recipient: string, messages = 1): PairCount => ({
  sender,
  recipient,
  messages,
  first: '2026-03-01T09:00:00Z',
  last: '2026-03-02T09:00:00Z',
  byMonth: { '2026-03': messages },
  byHour: Array.from({ length: 24 }, () => 0),
});
/** b joins a and c to d, who has e. */
const NETWORK = [pair('a', 'b', 9), pair('b', 'c'), pair('c', 'b'), pair('b', 'd', 3), pair('e', 'd')];

describe('who is at the centre of a network', () => {
  it('is who lies on most shortest ways between others, with their contacts and messages', () => {
    const central = centralPeople(contactNetwork(NETWORK));
    expect(central.map(({ explained: _, ...person }) => person)).toEqual([
      // Of the six pairs of others, all but d and e … are joined by b: a-c, a-d, a-e, c-d, c-e.
      { id: 'b', place: 1, degree: 3, weightedDegree: 14, betweenness: 0.833333 },
      // a-e, b-e, c-e.
      { id: 'd', place: 2, degree: 2, weightedDegree: 4, betweenness: 0.5 },
      { id: 'a', place: 3, degree: 1, weightedDegree: 9, betweenness: 0 },
      { id: 'c', place: 4, degree: 1, weightedDegree: 2, betweenness: 0 },
      { id: 'e', place: 5, degree: 1, weightedDegree: 1, betweenness: 0 },
    ]);
  });

  it('is explained in a sentence each', () => {
    const labelOf = (id: string) => ({ b: 'Zoli', d: 'Feri' })[id] ?? id;
    const central = centralPeople(contactNetwork(NETWORK), { owner: 'b', labelOf });
    expect(central.map(({ explained }) => explained)).toEqual([
      'Zoli has 3 contacts and 14 messages with them; it is the phone’s owner, whom every message of the extract passes through.',
      'Feri has 2 contacts and 4 messages with them, and lies on 50% of the shortest ways between two others.',
      'a has one contact and 9 messages with them, and lies on no shortest way between two others.',
      'c has one contact and 2 messages with them, and lies on no shortest way between two others.',
      'e has one contact and 1 message with them, and lies on no shortest way between two others.',
    ]);
  });

  it('is by contacts alone where the network is too large for shortest ways, and says so', () => {
    const central = centralPeople(contactNetwork(NETWORK), { effort: 19, limit: 2 });
    expect(central).toMatchObject([
      { id: 'b', betweenness: null },
      { id: 'd', betweenness: null },
    ]);
    expect(central[0]?.explained).toMatch(/too large to say who links the others\.$/);
  });

  it('leaves out who has no contact', () => {
    expect(centralPeople(contactNetwork([pair('a', 'a'), pair('b', 'c')])).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('is the same in whatever order messages were counted, and for whatever people are called', () => {
    const people = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const pairs = fc.array(
      fc
        .tuple(people, people, fc.integer({ min: 1, max: 9 }))
        .map(([one, other, messages]) => pair(one, other, messages)),
    );
    const measures = (given: readonly PairCount[], rename: (id: string) => string = (id) => id) =>
      centralPeople(contactNetwork(given))
        .map(({ id, degree, weightedDegree, betweenness }) => ({ id: rename(id), degree, weightedDegree, betweenness }))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
    const renamed = (id: string) => `x${'gfedcba'.indexOf(id)}`;
    fc.assert(
      fc.property(
        pairs.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(centralPeople(contactNetwork(shuffled))).toEqual(centralPeople(contactNetwork(given)));
          const others = given.map((one) => ({
            ...one,
            sender: renamed(one.sender as string),
            recipient: renamed(one.recipient as string),
          }));
          expect(measures(others)).toEqual(measures(given, renamed));
        },
      ),
    );
  });
});

describe('a network as CSV', () => {
  const network = contactNetwork([...NETWORK, pair('=SUM(1)', 'a', 2)]);
  const { nodes, edges } = networkCsv(network, centralPeople(network), (id) => `Label ${id}`);
  const read = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

  it('has a node for each person, with how central they are', () => {
    expect(read(nodes)).toHaveLength(network.people.length);
    expect(read(nodes).find(({ id }) => id === 'd')).toEqual({
      id: 'd',
      label: 'Label d',
      sent: '0',
      received: '4',
      contacts: '2',
      first: '2026-03-01T09:00:00Z',
      last: '2026-03-02T09:00:00Z',
      messages_with_contacts: '4',
      betweenness: '0.4',
    });
  });

  it('has an edge for each direction, whose messages are all messages of the ties', () => {
    const directed = read(edges);
    expect(directed).toContainEqual(
      expect.objectContaining({ source: 'b', target: 'c', messages: '1', tie_messages: '2' }),
    );
    expect(directed).toContainEqual(
      expect.objectContaining({ source: 'c', target: 'b', messages: '1', tie_messages: '2' }),
    );
    expect(directed.some(({ source, target }) => source === 'b' && target === 'a')).toBe(false);
    expect(directed.reduce((sum, { messages }) => sum + Number(messages), 0)).toBe(network.messages);
  });

  it('lets no spreadsheet run a name', () => {
    expect(read(nodes).map(({ id }) => id)).toContain("'=SUM(1)");
    expect(read(edges).map(({ source }) => source)).toContain("'=SUM(1)");
  });
});
