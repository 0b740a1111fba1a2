import { createHash } from 'node:crypto';
import type { Chart } from './chart';
import { layOut, widthOf, type Layout } from './layout';

const MOST = 50;

/** Remembers where nodes stand, so that a chart which has not changed is not laid out again. It knows no names. */
export class Layouts {
  private readonly kept = new Map<string, Layout>();

  /** @param of what the chart is of, so that no two operations meet */
  of(of: string, chart: Chart): Layout {
    const key = digestOf(of, chart);
    const layout = this.kept.get(key) ?? layOut(chart);
    this.kept.delete(key);
    this.kept.set(key, layout);
    for (const [oldest] of this.kept) {
      if (this.kept.size <= MOST) break;
      this.kept.delete(oldest);
    }
    return layout;
  }
}

function digestOf(of: string, { nodes, links }: Chart): string {
  const said = [of, nodes.map((node) => [node.id, widthOf(node)]), links.map(({ from, to }) => [from, to])];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64');
}
