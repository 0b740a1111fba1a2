import type { Chart } from './chart';
import { chartOfNetwork } from './of-network';
import { linksCsv, nodesCsv } from './tables';

const chart: Chart = {
  nodes: [
    ...[
      { id: 'S1', kind: 'person' as const, label: '=1+1', what: 'suspect', notes: ['also called +Beni'], href: null },
    ],
    ...[{ id: 'E1', kind: 'place' as const, label: 'Norwich, flat 2', what: 'location', notes: [], href: null }],
  ].map((node) => ({ ...node, since: '2021-12-07T10:00:00Z' })),
  links: [
    {
      ...{ id: 'L1', from: 'S1', to: 'E1', says: 'lives at', short: 'lives at', directed: true, weight: 1 },
      ...{ first: '2021-12-07T10:00:00Z', last: '2021-12-07T10:00:00Z', source: '@import' },
      grade: { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' },
    },
  ],
};

describe('the tables of a link chart', () => {
  it('have each node with how many links it has and its marking, and no cell that a spreadsheet would run', () => {
    const [, first] = nodesCsv(chart, 'OFFICIAL-SENSITIVE').split('\r\n');
    expect(first).toBe("S1,'=1+1,person,suspect,1,2021-12-07,also called +Beni,OFFICIAL-SENSITIVE");
  });

  it('have each link with its grade in words', () => {
    const [, first] = linksCsv(chart, 'SECRET').split('\r\n');
    expect(first).toBe(
      'S1,\'=1+1,lives at,E1,"Norwich, flat 2",1,2021-12-07,2021-12-07,1 – Reliable,"B – Known indirectly, but corroborated",P – Lawful sharing permitted,\'@import,SECRET',
    );
  });
});

describe('the link chart of a phone', () => {
  const person = (id: string, more: object) => ({
    ...{
      id,
      label: id,
      names: [],
      numbers: [],
      written: [],
      sent: 2,
      received: 1,
      contacts: 1,
      first: null,
      last: null,
    },
    ...{ subject: null, offer: null, ...more },
  });
  const people = [person('phone:+361', { subject: 'S1' }), person('name:kati', { label: 'Kati', numbers: ['+362'] })];
  const tie = {
    ...{ between: ['phone:+361', 'name:kati'], messages: 1200, sent: [1000, 200], reciprocity: 0.2 },
    ...{ first: '2021-01-01T00:00:00Z', last: '2021-02-01T00:00:00Z', byMonth: {}, byHour: [], offer: null },
  };
  const [known] = chart.nodes;

  it('draws whoever is a subject as that subject, and names no number in an identifier', () => {
    const drawn = chartOfNetwork({ people, ties: [tie] }, new Map([['S1', known as NonNullable<typeof known>]]));
    expect(drawn.nodes.map(({ id, label, what }) => [id, label, what])).toEqual([
      ['S1', '=1+1', 'suspect'],
      ['C2', 'Kati', 'contact'],
    ]);
    expect(drawn.links).toEqual([
      expect.objectContaining({
        from: 'S1',
        to: 'C2',
        says: 'exchanged 1,200 messages with',
        weight: 1200,
        short: '1,200',
      }),
    ]);
  });

  it('leaves out pairs of whom one is not among those with most messages', () => {
    expect(chartOfNetwork({ people: people.slice(0, 1), ties: [tie] }, new Map()).links).toEqual([]);
  });
});
