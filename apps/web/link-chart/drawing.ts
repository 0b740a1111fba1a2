import { degreesOf, inReadingOrder, type Chart, type ChartLink, type ChartNode } from './chart';
import { shortLabel, widthOf, type Layout, type Place } from './layout';

export interface DrawnNode extends ChartNode, Place {
  readonly short: string;
  readonly degree: number;
  /** What a screen reader says of it. */
  readonly name: string;
}
export interface DrawnLink extends ChartLink {
  /** The line, in the words of SVG. */
  readonly path: string;
  /** Where what it says stands. */
  readonly middle: Place;
  readonly strength: 'sure' | 'unsure';
  /** 1 to 4: how thick its line is. */
  readonly width: number;
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In the order in which they are read out. */
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  /** Whether there is room to say beside each line what it is. */
  readonly saysLinks: boolean;
}

/** How far the picture of a node is above the middle of its box. */
export const ICON_ABOVE = 16;
const RADIUS = 22;
/** Of a label, beneath the middle of the picture. */
const LABEL = { top: 24, bottom: 58 };
/** Between the end of a line and what it leads to. */
const SPACE = 4;
/** Between two lines that link the same two. */
const BEND = 26;
const MOST_SAID = 60;

/** A chart with every place at which something is drawn. */
export function drawingOf(chart: Chart, { places, width, height }: Layout, first?: string): Drawing {
  const degrees = degreesOf(chart);
  const at = (id: string) => places.get(id) as Place;
  const widths = new Map(chart.nodes.map((node) => [node.id, widthOf(node)]));
  const ended = (id: string): End => ({ x: at(id).x, y: at(id).y - ICON_ABOVE, width: widths.get(id) ?? 0 });
  const nodes = inReadingOrder(chart, first).map((node) => {
    const degree = degrees.get(node.id) ?? 0;
    return { ...node, ...at(node.id), degree, short: shortLabel(node.label), name: nameOf(node, degree) };
  });
  const links = [...Map.groupBy(chart.links, ({ from, to }) => [from, to].sort().join(' ')).values()].flatMap((same) =>
    same.map((link, nth) => drawn(link, ended(link.from), ended(link.to), nth - (same.length - 1) / 2)),
  );
  return { width, height, nodes, links, saysLinks: links.length <= MOST_SAID };
}

/** “Bence Minta, suspect, 4 links”. */
export const nameOf = ({ label, what }: Pick<ChartNode, 'label' | 'what'>, degree: number) =>
  [label, what, degree === 0 ? 'no links' : degree === 1 ? '1 link' : `${degree} links`]
    .filter((part) => part !== '')
    .join(', ');

/** An end of a line: the middle of a picture, and how wide its label is. */
interface End extends Place {
  readonly width: number;
}

/** @param lane how far beside the straight line it is drawn, where the same two have several links */
function drawn(link: ChartLink, from: End, to: End, lane: number): DrawnLink {
  const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), 1);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  // Whichever way a link leads, its lane is on the same side.
  const side = link.from < link.to ? 1 : -1;
  const bend = lane * BEND * side;
  const [leave, arrive] = [reachOf(from, along), reachOf(to, { x: -along.x, y: -along.y })];
  const start = { x: from.x + along.x * leave, y: from.y + along.y * leave };
  const end = { x: to.x - along.x * arrive, y: to.y - along.y * arrive };
  const beside = (by: number) => ({
    x: (start.x + end.x) / 2 - along.y * by,
    y: (start.y + end.y) / 2 + along.x * by,
  });
  return {
    ...link,
    path: `M${points(start)}Q${points(beside(bend * 2))} ${points(end)}`,
    middle: rounded(beside(bend)),
    strength: link.grade === null || ['A', 'B'].includes(link.grade.intelligenceAssessment) ? 'sure' : 'unsure',
    width: Math.min(4, 1 + Math.floor(Math.log10(Math.max(link.weight, 1)))),
  };
}

/** How far from the middle of a picture its line begins, so that it does not run through the label. */
function reachOf({ width }: End, { x, y }: Place): number {
  const isThroughLabel = y > 0 && Math.abs((LABEL.top / y) * x) < width / 2;
  if (!isThroughLabel) return RADIUS + SPACE;
  return Math.min(LABEL.bottom / y, width / 2 / Math.max(Math.abs(x), 1e-9)) + SPACE;
}

const rounded = ({ x, y }: Place): Place => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
const points = (place: Place) => {
  const { x, y } = rounded(place);
  return `${x} ${y}`;
};
