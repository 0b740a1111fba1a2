import { dateTyped } from '../forms/times';
import type { Typed } from '../forms/field';
import { isoDay } from '../words/times';
import { NODE_KINDS, type Chart, type NodeKind } from './chart';

/** What of a chart is wanted. */
export interface Selection {
  /** Node that the chart is drawn around. */
  readonly around: string | undefined;
  /** How many links away from it. */
  readonly steps: number;
  /** Kinds that are wanted; all, where none is named. */
  readonly kinds: readonly NodeKind[];
  /** First and last day, as `2021-12-07`. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** What is wrong with what was asked, by field. */
  readonly errors: Readonly<Record<string, string>>;
}

export const MOST_STEPS = 4;

/** Reads what is wanted from the address of the page. */
export function selectionOf(asked: Typed): Selection {
  const errors: Record<string, string> = {};
  const dateOf = (field: string) => {
    const read = dateTyped(asked, field);
    if (read && 'problem' in read) errors[field] = read.problem;
    return read && 'value' in read ? read.value : undefined;
  };
  const [from, to] = [dateOf('from'), dateOf('to')];
  if (from !== undefined && to !== undefined && from > to) errors['to'] = 'The last day must not be before the first';
  const kinds = [asked['kind'] ?? []].flat();
  const steps = Number([asked['steps'] ?? ''].flat()[0]);
  const around = [asked['around'] ?? ''].flat()[0];
  return {
    around: around === '' ? undefined : around,
    steps: Number.isInteger(steps) && steps >= 1 && steps <= MOST_STEPS ? steps : 1,
    kinds: NODE_KINDS.filter((kind) => kinds.includes(kind)),
    ...(errors['to'] === undefined ? { from, to } : { from, to: undefined }),
    errors,
  };
}

/** What is up to so many links away from a node; the whole chart where there is no such node. */
export function around(chart: Chart, { around: centre, steps }: Pick<Selection, 'around' | 'steps'>): Chart {
  if (centre === undefined || !chart.nodes.some(({ id }) => id === centre)) return chart;
  let reached = new Set([centre]);
  for (let step = 0; step < steps; step++)
    reached = new Set([
      ...reached,
      ...chart.links.flatMap(({ from, to }) => (reached.has(from) ? [to] : reached.has(to) ? [from] : [])),
    ]);
  return {
    nodes: chart.nodes.filter(({ id }) => reached.has(id)),
    links: chart.links.filter(({ from, to }) => reached.has(from) && reached.has(to)),
  };
}

/**
 * What is of these kinds and of this time. A link is of a time in which it became known, or messages of it were sent; a node, if
 * it became known then or has a link that is shown. What nobody dates is always shown.
 */
export function within(chart: Chart, { kinds, from, to, around: centre }: Selection): Chart {
  const isWanted = (first: string | null, last: string | null) =>
    (to === undefined || first === null || isoDay(first) <= to) &&
    (from === undefined || last === null || isoDay(last) >= from);
  const shown = new Set(
    chart.nodes
      .filter(({ id, kind }) => kinds.length === 0 || kinds.includes(kind) || id === centre)
      .map(({ id }) => id),
  );
  const links = chart.links.filter(
    ({ from: one, to: other, first, last }) => shown.has(one) && shown.has(other) && isWanted(first, last),
  );
  const linked = new Set(links.flatMap(({ from: one, to: other }) => [one, other]));
  return {
    nodes: chart.nodes.filter(
      ({ id, since }) => shown.has(id) && (linked.has(id) || id === centre || isWanted(since, since)),
    ),
    links,
  };
}
