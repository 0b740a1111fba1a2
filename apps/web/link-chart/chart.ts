import type { Grade } from '../../../domain/operation/codes';

/** What a link chart shows, in the order in which it is read out. */
export const NODE_KINDS = [
  'person',
  'phone',
  'place',
  'vehicle',
  'money',
  'flight',
  'account',
  'event',
  'thing',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Somebody or something on the chart. */
export interface ChartNode {
  /** Names it in addresses: an identifier of the operation, never what it stands for. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** What it is, in few words: “suspect”, “phone”, “exhibit”. */
  readonly what: string;
  /** What else there is to say of it, such as other names. */
  readonly notes: readonly string[];
  /** RFC 3339; null where nobody says since when it is known. */
  readonly since: string | null;
  /** Where the operation shows it. */
  readonly href: string | null;
}

/** That two of them have to do with each other. */
export interface ChartLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** What the first has to do with the second: “uses”. */
  readonly says: string;
  /** As much of it as there is room for beside a line. */
  readonly short: string;
  /** Whether it leads from the first to the second, and not back. */
  readonly directed: boolean;
  /** Of what a person has linked; null where the link follows from what is recorded. */
  readonly grade: Grade | null;
  /** When it became known, or of contacts the first and the last message. RFC 3339; null where nobody says. */
  readonly first: string | null;
  readonly last: string | null;
  /** How much there is of it; messages, of contacts. */
  readonly weight: number;
  /** What it rests on. */
  readonly source: string;
}

export interface Chart {
  readonly nodes: readonly ChartNode[];
  readonly links: readonly ChartLink[];
}

/** How many links each node has; nodes without any are not in it. */
export function degreesOf({ links }: Chart): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const id of new Set([from, to])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}

/**
 * The nodes as they are read out: the one in the middle first, then kind by kind, of each the one with most links first.
 *
 * @param first node that the chart is drawn around
 */
export function inReadingOrder(chart: Chart, first?: string): readonly ChartNode[] {
  const degrees = degreesOf(chart);
  const rank = ({ id, kind }: ChartNode) => [id === first ? 0 : 1, NODE_KINDS.indexOf(kind), -(degrees.get(id) ?? 0)];
  return [...chart.nodes].sort((one, other) => {
    const [ranks, others] = [rank(one), rank(other)];
    const at = ranks.findIndex((value, nth) => value !== others[nth]);
    if (at >= 0) return (ranks[at] as number) - (others[at] as number);
    return one.label.localeCompare(other.label, 'en-GB') || (one.id < other.id ? -1 : 1);
  });
}
