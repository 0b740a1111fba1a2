import { UndirectedGraph } from 'graphology';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import type { ContactNetwork } from '../../../domain/translation/network/contact-network';

export interface CentralPerson {
  readonly id: string;
  /** From 1. */
  readonly place: number;
  /** With how many others there is a message. */
  readonly degree: number;
  /** Messages of all ties. */
  readonly weightedDegree: number;
  /**
   * Share, from 0 to 1, of the shortest ways between all other two people that lead through this one (Freeman, 1977; by the
   * algorithm of Brandes, 2001); null where the network is too large for it.
   */
  readonly betweenness: number | null;
  /** What that means, in a sentence. */
  readonly explained: string;
}

export interface CentralOptions {
  /** How many are given back. */
  readonly limit?: number;
  /** Whose phone it is. Every message of an extract passes through them, and the sentence says so. */
  readonly owner?: string | null;
  /** What a person is called in the sentence. */
  readonly labelOf?: (id: string) => string;
  /** People times ties up to which betweenness is computed: some seconds of one core. [P] */
  readonly effort?: number;
}

/**
 * Who stands at the centre of a network: by betweenness, then by contacts, then by messages. The same network gives the same
 * answer, in whatever order its messages were counted.
 */
export function centralPeople(
  { people, ties }: ContactNetwork,
  { limit = 20, owner = null, labelOf = (id) => id, effort = 20_000_000 }: CentralOptions = {},
): readonly CentralPerson[] {
  if (ties.length === 0) return [];
  const graph = new UndirectedGraph();
  const ids = people.map(({ id }) => id).sort();
  for (const id of ids) graph.addNode(id);
  const edges = ties
    .map(({ between }) => between)
    .sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1));
  for (const [one, other] of edges) graph.addUndirectedEdge(one, other);
  const weights = new Map<string, number>();
  for (const { between, messages } of ties)
    for (const id of between) weights.set(id, (weights.get(id) ?? 0) + messages);
  const shares = ids.length * ties.length <= effort ? betweennessCentrality(graph, { getEdgeWeight: null }) : null;
  return ids
    .map((id) => ({
      id,
      degree: graph.degree(id),
      weightedDegree: weights.get(id) ?? 0,
      // Sums of fractions differ in their last digits by the order of the ties.
      betweenness: shares === null ? null : Math.round((shares[id] ?? 0) * 1e6) / 1e6,
    }))
    .filter(({ degree }) => degree > 0)
    .sort(
      (one, other) =>
        (other.betweenness ?? 0) - (one.betweenness ?? 0) ||
        other.degree - one.degree ||
        other.weightedDegree - one.weightedDegree ||
        (one.id < other.id ? -1 : 1),
    )
    .slice(0, limit)
    .map((person, at) => ({
      ...person,
      place: at + 1,
      explained: sentence(person, labelOf(person.id), person.id === owner),
    }));
}

type Measured = Omit<CentralPerson, 'place' | 'explained'>;

function sentence({ degree, weightedDegree, betweenness }: Measured, label: string, isOwner: boolean): string {
  const contacts = degree === 1 ? 'one contact' : `${degree.toLocaleString('en-GB')} contacts`;
  const messages = weightedDegree === 1 ? '1 message' : `${weightedDegree.toLocaleString('en-GB')} messages`;
  const said = `${label} has ${contacts} and ${messages} with them`;
  if (isOwner) return `${said}; it is the phone’s owner, whom every message of the extract passes through.`;
  if (betweenness === null) return `${said}; the network is too large to say who links the others.`;
  if (betweenness === 0) return `${said}, and lies on no shortest way between two others.`;
  const percent = betweenness < 0.01 ? 'less than 1%' : `${Math.round(betweenness * 100)}%`;
  return `${said}, and lies on ${percent} of the shortest ways between two others.`;
}
