import type { Chart, ChartLink, ChartNode, NodeKind } from './chart';
import { around, selectionOf, within } from './selection';

const node = (id: string, kind: NodeKind, since: string | null = null): ChartNode => ({
  ...{ id, kind, label: id, what: kind, notes: [], since, href: null },
});
const link = (from: string, to: string, first: string | null = null, last = first): ChartLink => ({
  ...{ id: `${from}-${to}`, from, to, says: 'uses', short: 'uses', directed: true, grade: null },
  ...{ first, last, weight: 1, source: '' },
});
/** A chain of people, S1 to S4, with a phone of the first. */
const chart: Chart = {
  nodes: [node('S1', 'person'), node('S2', 'person'), node('S3', 'person'), node('S4', 'person'), node('N1', 'phone')],
  links: [link('S1', 'S2'), link('S2', 'S3'), link('S3', 'S4'), link('S1', 'N1')],
};
const ids = ({ nodes }: Chart) => nodes.map(({ id }) => id);

describe('what is around a node', () => {
  it.each([
    [1, ['S1', 'S2', 'N1']],
    [2, ['S1', 'S2', 'S3', 'N1']],
    [3, ['S1', 'S2', 'S3', 'S4', 'N1']],
  ])('is what is up to %i links away', (steps, reached) => {
    expect(ids(around(chart, { around: 'S1', steps }))).toEqual(reached);
  });

  it('is the whole chart where nobody is named, or somebody who is not there', () => {
    expect(around(chart, { around: undefined, steps: 1 })).toBe(chart);
    expect(around(chart, { around: 'S9', steps: 1 })).toBe(chart);
  });
});

describe('what is chosen of a chart', () => {
  const chosen = (asked: Readonly<Record<string, string | string[]>>, of = chart) => within(of, selectionOf(asked));

  it('is all, unless something is chosen', () => {
    expect(chosen({})).toEqual(chart);
  });

  it('is of the kinds that are named, with the links between them', () => {
    const { nodes, links } = chosen({ kind: ['person'] });
    expect(nodes).toHaveLength(4);
    expect(links.map(({ id }) => id)).toEqual(['S1-S2', 'S2-S3', 'S3-S4']);
  });

  it('keeps the one in the middle, whatever its kind', () => {
    expect(ids(chosen({ kind: 'phone', around: 'S1' }))).toEqual(['S1', 'N1']);
  });

  it('is of a time in which it became known, or messages were sent; what nobody dates stays', () => {
    const dated: Chart = {
      nodes: [
        node('S1', 'person', '2021-12-01T10:00:00Z'),
        node('S2', 'person', '2021-12-05T10:00:00Z'),
        node('S3', 'person'),
      ],
      links: [link('S1', 'S2', '2021-12-05T10:00:00Z', '2021-12-20T10:00:00Z')],
    };
    const between = (from: number, to: number) =>
      chosen(
        {
          'from-day': `${from}`,
          'from-month': '12',
          'from-year': '2021',
          'to-day': `${to}`,
          'to-month': '12',
          'to-year': '2021',
        },
        dated,
      );
    expect(ids(between(1, 4))).toEqual(['S1', 'S3']);
    expect(between(1, 4).links).toEqual([]);
    expect(ids(between(19, 25))).toEqual(['S1', 'S2', 'S3']);
    expect(ids(between(21, 25))).toEqual(['S3']);
  });

  it('takes a day as it is here, not in UTC', () => {
    const summer: Chart = { nodes: [node('S1', 'person', '2022-06-30T23:30:00Z')], links: [] };
    const asked = { 'from-day': '1', 'from-month': '7', 'from-year': '2022' };
    expect(ids(chosen(asked, summer))).toEqual(['S1']);
  });

  it('says what is wrong with a date, and with a time that ends before it begins', () => {
    expect(selectionOf({ 'from-day': '31', 'from-month': '2', 'from-year': '2022' }).errors).toHaveProperty('from');
    const backwards = {
      'from-day': '2',
      'from-month': '2',
      'from-year': '2022',
      'to-day': '1',
      'to-month': '2',
      'to-year': '2022',
    };
    expect(selectionOf(backwards).errors).toEqual({ to: 'The last day must not be before the first' });
  });

  it.each(['0', '9', 'x', '1.5'])('takes %s steps for one', (steps) => {
    expect(selectionOf({ steps }).steps).toBe(1);
  });
});
