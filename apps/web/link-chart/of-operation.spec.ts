import type { ReadText } from '../../api/timeline/event.schema';
import { degreesOf, inReadingOrder } from './chart';
import { nameOf } from './drawing';
import { chartOfOperation } from './of-operation';

const text = (words: string | null, status: ReadText['status'] = 'intact'): ReadText => ({
  record: 'r',
  digest: 'd',
  text: words,
  status,
});
const grade = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' } as const;

type Told = readonly [type: string, payload: object];

/** A timeline, one event a day from the first of December. */
const timeline = (...told: readonly Told[]) =>
  told.map(([type, payload], nth) => ({
    type,
    payload,
    sequence: nth + 1,
    happenedAt: `2021-12-${String(nth + 1).padStart(2, '0')}T10:00:00.000Z`,
  }));
const suspect = (subject: string, name: string) =>
  ['subjectAdded', { subject, name: text(name), roles: ['suspect'], grounds: text('x') }] as const;
const identifier = (subject: string, kind: string, value: string | null) =>
  ['identifierAdded', { subject, kind, value: text(value) }] as const;
const chartOf = (...told: readonly Told[]) => chartOfOperation('OP-2026-000001', timeline(...told));

describe('the link chart of an operation', () => {
  it('has its subjects with their roles, their other names, and what they are called for a screen reader', () => {
    const chart = chartOf(
      suspect('S1', 'Bence Minta'),
      ['aliasAdded', { subject: 'S1', alias: text('Beni') }],
      identifier('S1', 'date-of-birth', '1986-03-01'),
      ['subjectRolesChanged', { subject: 'S1', roles: ['suspect', 'potential-victim'], grounds: text('x') }],
    );
    expect(chart.nodes).toEqual([
      expect.objectContaining({
        id: 'S1',
        kind: 'person',
        what: 'suspect, potential victim',
        notes: ['also called Beni', 'born 1986-03-01'],
        href: '/operations/OP-2026-000001/people#S1',
      }),
    ]);
    expect(nameOf({ label: 'Bence Minta', what: 'suspect' }, 4)).toBe('Bence Minta, suspect, 4 links');
    expect(nameOf({ label: 'Bence Minta', what: 'suspect' }, 1)).toBe('Bence Minta, suspect, 1 link');
  });

  it('draws a phone of two people once, however it is written, and so links them', () => {
    const chart = chartOf(
      suspect('S1', 'Bence Minta'),
      suspect('S2', 'Katinka Példa'),
      identifier('S1', 'phone', '+36 30 123 4567'),
      identifier('S2', 'phone', '0036301234567'),
    );
    expect(chart.nodes.filter(({ kind }) => kind === 'phone')).toHaveLength(1);
    expect(chart.links.map(({ from, to }) => [from, to])).toEqual([
      ['S1', 'N3'],
      ['S2', 'N3'],
    ]);
  });

  it('never draws two people as one, and nothing of an identifier that cannot be read but that it is there', () => {
    const chart = chartOf(
      suspect('S1', 'Bence Minta'),
      suspect('S2', 'Bence Minta'),
      identifier('S1', 'phone', null),
      identifier('S2', 'phone', null),
    );
    expect(chart.nodes.map(({ id }) => id)).toEqual(['S1', 'S2', 'N3', 'N4']);
    expect(chart.nodes[2]).toMatchObject({ label: 'Phone', what: 'phone' });
  });

  it('joins what people have linked and graded, and leaves out links that were removed', () => {
    const chart = chartOf(
      suspect('S1', 'Bence Minta'),
      ['entityAdded', { entity: 'E1', kind: 'event', label: text('Flight W6 2201 to Luton') }],
      ['entitiesLinked', { link: 'L1', from: 'S1', to: 'E1', kind: 'pays', grade, source: text('Bookings') }],
      ['entitiesLinked', { link: 'L2', from: 'S1', to: 'E1', kind: 'other', grade, source: text('A mistake') }],
      ['entityLinkRemoved', { link: 'L2', reason: text('x') }],
    );
    expect(chart.links).toEqual([
      expect.objectContaining({ id: 'L1', says: 'pays', grade, source: 'Bookings', first: '2021-12-03T10:00:00.000Z' }),
    ]);
  });

  it.each([
    ['event', 'Flight W6 2201 to Luton, 6 December', 'flight'],
    ['event', 'Party at the club', 'event'],
    ['object', 'White van AB12 CDE', 'vehicle'],
    ['object', 'Cash handed over weekly', 'money'],
    ['object', 'Handset with a cracked screen', 'phone'],
    ['object', 'Ledger', 'thing'],
    ['location', 'Somewhere in Norwich', 'place'],
  ])('draws an %s called “%s” as %s', (kind, label, drawn) => {
    const { nodes } = chartOf(['entityAdded', { entity: 'E1', kind, label: text(label) }]);
    expect(nodes[0]?.kind).toBe(drawn);
  });

  it('links exhibits to where they were found and whom they were seized from, and premises to their address', () => {
    const chart = chartOf(
      suspect('S1', 'Bence Minta'),
      [
        'enforcementPlanSigned',
        { premises: [{ premises: 'P1', address: text('14 Invented Street, Norwich NR1 3AB') }] },
      ],
      identifier('S1', 'address', '14 Invented St, Norwich NR1 3AB'),
      ['exhibitSeized', { exhibit: 'X1', kind: 'device', premises: 'P1', subject: 'S1', description: text('Phone') }],
    );
    expect(chart.nodes.map(({ id, kind }) => [id, kind])).toEqual([
      ['S1', 'person'],
      ['P1', 'place'],
      ['X1', 'phone'],
    ]);
    expect(chart.links.map(({ from, says, to }) => `${from} ${says} ${to}`)).toEqual([
      'S1 is known at P1',
      'X1 seized from S1',
      'X1 found at P1',
    ]);
  });

  it('is read out person by person, the one with most links first, then kind by kind', () => {
    const chart = chartOf(
      ['entityAdded', { entity: 'E1', kind: 'location', label: text('Norwich') }],
      suspect('S1', 'Anna'),
      suspect('S2', 'Zoe'),
      identifier('S2', 'phone', '+36301234567'),
    );
    expect(inReadingOrder(chart).map(({ id }) => id)).toEqual(['S2', 'S1', 'N4', 'E1']);
    expect(inReadingOrder(chart, 'E1').map(({ id }) => id)[0]).toBe('E1');
    expect(degreesOf(chart).get('S2')).toBe(1);
  });
});
