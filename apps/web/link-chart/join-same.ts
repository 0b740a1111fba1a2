import type { Chart, ChartLink, ChartNode } from './chart';

/** A node with the marks by which another is found to be the same (`marksOf`). */
export interface Marked extends ChartNode {
  readonly marks: readonly string[];
}

/**
 * Draws as one what is the same: a phone that two subjects use is one phone, which links them. People are never joined: whether
 * two are the same is for a person to say. Links whose ends are not there are left out.
 */
export function joinSame(nodes: readonly Marked[], links: readonly ChartLink[]): Chart {
  const byMark = new Map<string, string>();
  const stands = new Map<string, string>();
  for (const { id, marks } of nodes) {
    const same = marks.map((mark) => byMark.get(mark)).find((one) => one !== undefined) ?? id;
    stands.set(id, same);
    for (const mark of marks) if (!byMark.has(mark)) byMark.set(mark, same);
  }
  const joined = nodes.flatMap(({ marks: _, ...node }) => {
    if (stands.get(node.id) !== node.id) return [];
    const others = nodes.filter(({ id }) => id !== node.id && stands.get(id) === node.id);
    return [{ ...node, notes: [...new Set([...node.notes, ...others.flatMap(said)])] }];
  });
  return {
    nodes: joined,
    links: links.flatMap((link) => {
      const [from, to] = [stands.get(link.from), stands.get(link.to)];
      return from === undefined || to === undefined || from === to ? [] : [{ ...link, from, to }];
    }),
  };
}

const said = ({ label, what, notes }: Marked) => [`also recorded as ${what} ${label}`, ...notes];
