import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { degreesOf, type Chart, type ChartNode } from './chart';
import { apart, type Box } from './apart';

export interface Place {
  readonly x: number;
  readonly y: number;
}
export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly width: number;
  readonly height: number;
}

/** A node with its label beneath it, in pixels at the size at which it is read. */
export const NODE_HEIGHT = 76;
export const LABEL_LETTERS = 22;
const LETTER_WIDTH = 8.6;
const SMALL_LETTER_WIDTH = 6.8;
const MARGIN = 16;
/** Between a node and the next, so that links are seen; in a small chart there is room for what they say. */
const GAP = 24;
const GAPS: readonly (readonly [most: number, gap: number])[] = [
  [40, 90],
  [150, 44],
];
/** Degrees between one seed of a sunflower and the next, in radians. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Steps of nodes that one layout takes, so that a large chart takes no longer than a page may. */
const STEPS = 40_000;
const MOST_STEPS = 300;
const FEWEST_STEPS = 80;
/** As wide as a page. */
const ROW_WIDTH = 1100;

/** The label of a node as there is room for it. */
export const shortLabel = (label: string) =>
  label.length > LABEL_LETTERS ? `${label.slice(0, LABEL_LETTERS - 1).trimEnd()}…` : label;

const NARROWEST = 72;

/** How wide a node is with what stands beneath it. */
export const widthOf = ({ label, what }: Pick<ChartNode, 'label' | 'what'>) =>
  Math.max(NARROWEST, shortLabel(label).length * LETTER_WIDTH, what.length * SMALL_LETTER_WIDTH);

/**
 * Where each node of a chart stands: what is linked near each other (ForceAtlas2), no label upon another, what has no link in
 * rows beneath. The same chart is always laid out in the same way.
 */
export function layOut(chart: Chart): Layout {
  const degrees = degreesOf(chart);
  const byDegree = [...chart.nodes].sort(
    (one, other) => (degrees.get(other.id) ?? 0) - (degrees.get(one.id) ?? 0) || (one.id < other.id ? -1 : 1),
  );
  const boxes = byDegree.map((node): Box => ({ id: node.id, x: 0, y: 0, width: widthOf(node), height: NODE_HEIGHT }));
  const linked = boxes.filter(({ id }) => degrees.has(id));
  const alone = boxes.filter(({ id }) => !degrees.has(id));
  const gap = GAPS.find(([most]) => linked.length <= most)?.[1] ?? GAP;
  const drawn = framed(apart(attracted(linked, chart, gap), gap));
  const beneath = inRows(alone, Math.max(drawn.width, ROW_WIDTH), linked.length === 0 ? 0 : drawn.height + GAP);
  const { boxes: placed, width, height } = framed([...drawn.boxes, ...beneath]);
  return { places: new Map(placed.map(({ id, x, y }) => [id, { x, y }])), width, height };
}

/** Pulls what is linked together, from a beginning that is always the same. */
function attracted(boxes: readonly Box[], { links }: Chart, gap: number): readonly Box[] {
  if (boxes.length === 0) return [];
  const graph = new UndirectedGraph();
  for (const [nth, { id }] of boxes.entries()) {
    const [radius, angle] = [Math.sqrt(nth + 0.5), nth * GOLDEN_ANGLE];
    graph.addNode(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  }
  for (const { from, to } of links) if (from !== to) graph.mergeEdge(from, to);
  const iterations = Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, Math.round(STEPS / boxes.length)));
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: boxes.length >= 200 };
  const places = forceAtlas2(graph, { iterations, settings });
  const at = boxes.map((box) => ({ ...box, ...(places[box.id] as Place) }));
  const [width, height] = [spread(at.map(({ x }) => x)), spread(at.map(({ y }) => y))];
  const size = Math.sqrt(boxes.length) * (NODE_HEIGHT + 2 * gap);
  const scale = size / Math.max(width, height, 1e-9);
  // Pages are wider than they are high.
  return at.map((box) =>
    height > width ? { ...box, x: box.y * scale, y: box.x * scale } : { ...box, x: box.x * scale, y: box.y * scale },
  );
}

const spread = (all: readonly number[]) => Math.max(...all) - Math.min(...all);

/** What has no link, row by row beneath the rest. */
function inRows(boxes: readonly Box[], most: number, top: number): readonly Box[] {
  let [x, y] = [0, top];
  return boxes.map((box) => {
    if (x > 0 && x + box.width > most) [x, y] = [0, y + box.height + GAP / 2];
    const placed = { ...box, x: x + box.width / 2, y: y + box.height / 2 };
    x += box.width + GAP / 2;
    return placed;
  });
}

/** Moves all boxes into a frame that begins at nothing. */
function framed(boxes: readonly Box[]): {
  readonly boxes: readonly Box[];
  readonly width: number;
  readonly height: number;
} {
  const left = Math.min(...boxes.map(({ x, width }) => x - width / 2));
  const top = Math.min(...boxes.map(({ y, height }) => y - height / 2));
  const moved = boxes.map((box) => ({ ...box, x: round(box.x - left + MARGIN), y: round(box.y - top + MARGIN) }));
  return {
    boxes: moved,
    width: Math.ceil(Math.max(0, ...moved.map(({ x, width }) => x + width / 2)) + MARGIN),
    height: Math.ceil(Math.max(0, ...moved.map(({ y, height }) => y + height / 2)) + MARGIN),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
