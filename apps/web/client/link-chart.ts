import { announce } from './announce.js';
import { filterChart } from './chart-filter.js';
import { savePicture } from './chart-picture.js';

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const ARROWS: Readonly<Record<Arrow, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** What lies aside counts more than what lies far ahead. */
const ASIDE = 2.5;

/** Makes a link chart better: one stop for the tab key and arrow keys within, filters that act at once, the picture as PNG. */
export function startLinkChart(): void {
  const chart = document.querySelector<SVGSVGElement>('#link-chart');
  if (!chart) return;
  roveFrom(chart);
  document.addEventListener('keydown', (event) => move(event));
  filterChart(() => roveFrom(document.querySelector<SVGSVGElement>('#link-chart') ?? chart));
  savePicture((told) => announce(told));
}

const nodesOf = (chart: Element) => [...chart.querySelectorAll<SVGAElement>(':not(.app-chart__out) > a[data-node]')];

/** Leaves one node for the tab key: the one that has the focus or had it last, else the first. */
function roveFrom(chart: SVGSVGElement): void {
  const nodes = nodesOf(chart);
  const stop =
    nodes.find((node) => node === document.activeElement) ??
    nodes.find((node) => node.getAttribute('tabindex') === '0') ??
    nodes[0];
  for (const node of nodes) node.setAttribute('tabindex', node === stop ? '0' : '-1');
}

function move(event: KeyboardEvent): void {
  const from = document.activeElement;
  if (
    !(from instanceof SVGAElement) ||
    from.dataset['node'] === undefined ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey
  )
    return;
  const chart = from.ownerSVGElement;
  if (!chart) return;
  const nodes = nodesOf(chart);
  const to =
    event.key === 'Home'
      ? nodes[0]
      : event.key === 'End'
        ? nodes.at(-1)
        : event.key in ARROWS
          ? nearest(from, nodes, ARROWS[event.key as Arrow])
          : undefined;
  if (event.key in ARROWS || event.key === 'Home' || event.key === 'End') event.preventDefault();
  if (!to) return;
  to.focus();
  roveFrom(chart);
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The node that is nearest in a direction. */
function nearest(
  from: SVGAElement,
  nodes: readonly SVGAElement[],
  [x, y]: readonly [number, number],
): SVGAElement | undefined {
  const own = placeOf(from);
  const ahead = nodes.flatMap((node) => {
    const place = placeOf(node);
    const [across, down] = [place.x - own.x, place.y - own.y];
    const forward = across * x + down * y;
    const aside = Math.abs(across * y) + Math.abs(down * x);
    return node === from || forward <= 0 ? [] : [{ node, distance: forward + ASIDE * aside }];
  });
  return ahead.sort((one, other) => one.distance - other.distance)[0]?.node;
}

const placeOf = (node: SVGAElement) => {
  const { e: x, f: y } = (node.parentNode as SVGGElement).transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
  return { x, y };
};
