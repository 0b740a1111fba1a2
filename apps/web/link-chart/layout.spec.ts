import type { Chart, ChartLink, ChartNode } from './chart';
import { drawingOf } from './drawing';
import { layOut, NODE_HEIGHT, widthOf, type Layout } from './layout';
import { Layouts } from './layouts';

const node = (nth: number): ChartNode => ({
  ...{
    id: `S${nth}`,
    kind: 'person',
    label: `Person number ${nth}`,
    what: 'suspect',
    notes: [],
    since: null,
    href: null,
  },
});
const link = (from: number, to: number, id = `${from}-${to}`): ChartLink => ({
  ...{ id, from: `S${from}`, to: `S${to}`, says: 'uses', short: 'uses', directed: true, grade: null },
  ...{ first: null, last: null, weight: 1, source: '' },
});
/** As many people, some with a hundred links and most with one, and a few with none. */
function chartOf(count: number): Chart {
  const linked = Math.floor(count * 0.95);
  return {
    nodes: Array.from({ length: count }, (_, nth) => node(nth)),
    links: Array.from({ length: linked }, (_, nth) => link(nth, nth % 7)).filter(({ from, to }) => from !== to),
  };
}
const touching = (chart: Chart, { places }: Layout) =>
  chart.nodes.flatMap((one, nth) =>
    chart.nodes.slice(nth + 1).filter((other) => {
      const [a, b] = [places.get(one.id), places.get(other.id)];
      if (!a || !b) throw new Error('Everything has its place');
      return Math.abs(a.x - b.x) < (widthOf(one) + widthOf(other)) / 2 && Math.abs(a.y - b.y) < NODE_HEIGHT;
    }),
  );

describe('the layout of a link chart', () => {
  it.each([1, 2, 12, 120])('gives each of %i a place within the frame, no label upon another', (count) => {
    const chart = chartOf(count);
    const layout = layOut(chart);
    for (const one of chart.nodes) {
      const place = layout.places.get(one.id);
      expect(place).toBeDefined();
      expect(place?.x).toBeGreaterThanOrEqual(widthOf(one) / 2);
      expect(place?.x).toBeLessThanOrEqual(layout.width - widthOf(one) / 2);
      expect(place?.y).toBeLessThanOrEqual(layout.height - NODE_HEIGHT / 2);
    }
    expect(touching(chart, layout)).toEqual([]);
  });

  it('is the same each time, in whatever order the chart is given', () => {
    const chart = chartOf(30);
    const turned = { nodes: [...chart.nodes].reverse(), links: chart.links };
    expect(layOut(turned).places).toEqual(new Map([...layOut(chart).places]));
  });

  it('puts what has no link beneath the rest', () => {
    const chart = { nodes: [node(1), node(2), node(3)], links: [link(1, 2)] };
    const { places } = layOut(chart);
    const below = places.get('S3')?.y ?? 0;
    expect(below).toBeGreaterThan(Math.max(places.get('S1')?.y ?? 0, places.get('S2')?.y ?? 0));
  });

  it('lays 500 out so that none is upon another', () => {
    const chart = chartOf(500);
    expect(touching(chart, layOut(chart))).toEqual([]);
  });

  it('has no place for nobody', () => {
    expect(layOut({ nodes: [], links: [] }).places.size).toBe(0);
  });

  it('is not made again while the chart stays as it is', () => {
    const layouts = new Layouts();
    const chart = chartOf(12);
    expect(layouts.of('OP-1', { ...chart })).toBe(layouts.of('OP-1', chart));
    expect(layouts.of('OP-2', chart)).not.toBe(layouts.of('OP-1', chart));
    expect(layouts.of('OP-1', { ...chart, links: [] })).not.toBe(layouts.of('OP-1', chart));
  });
});

describe('the drawing of a link chart', () => {
  it('draws two links of the same two beside each other', () => {
    const chart = { nodes: [node(1), node(2)], links: [link(1, 2, 'a'), link(2, 1, 'b')] };
    const { links } = drawingOf(chart, layOut(chart));
    expect(links[0]?.middle).not.toEqual(links[1]?.middle);
  });

  it('breaks the line of what is neither known at first hand nor corroborated', () => {
    const graded = (intelligenceAssessment: 'A' | 'B' | 'C' | 'D' | 'E') => ({
      ...link(1, 2, intelligenceAssessment),
      grade: { sourceEvaluation: '1' as const, intelligenceAssessment, handlingCode: 'P' as const },
    });
    const chart = {
      nodes: [node(1), node(2)],
      links: [graded('A'), graded('B'), graded('C'), graded('D'), graded('E')],
    };
    const { links } = drawingOf(chart, layOut(chart));
    expect(links.map(({ strength }) => strength)).toEqual(['sure', 'sure', 'unsure', 'unsure', 'unsure']);
  });
});
