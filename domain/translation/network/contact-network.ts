/** How many messages one party of an extract sent another. Times are RFC 3339 in UTC, to the second. */
export interface PairCount {
  /** As the extract names them, or identifiers; null where it does not say. */
  readonly sender: string | null;
  readonly recipient: string | null;
  readonly messages: number;
  /** Null where no time of theirs can be read. */
  readonly first: string | null;
  readonly last: string | null;
  /** Messages by month, as `2026-03`. */
  readonly byMonth: Readonly<Record<string, number>>;
  /** Messages by hour of the day: 24 numbers. */
  readonly byHour: readonly number[];
}

export interface NetworkPerson {
  readonly id: string;
  readonly sent: number;
  readonly received: number;
  /** Others whom messages went to or came from. */
  readonly contacts: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Two people who wrote to each other, or one to the other. */
export interface Tie {
  /** In the order of their identifiers. */
  readonly between: readonly [string, string];
  readonly messages: number;
  /** By the first of them to the second, and by the second to the first. */
  readonly sent: readonly [number, number];
  /** From 0 (one alone writes) to 1 (both write as much): the lesser number by the greater. */
  readonly reciprocity: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly byMonth: Readonly<Record<string, number>>;
  readonly byHour: readonly number[];
}

export interface ContactNetwork {
  readonly messages: number;
  /** Messages that somebody sent to themselves: they are part of no tie. */
  readonly toThemselves: number;
  /** Messages whose sender or recipient is not known: they are part of no tie. */
  readonly unattributed: number;
  /** Who sent or received most first. */
  readonly people: readonly NetworkPerson[];
  /** Most messages first. */
  readonly ties: readonly Tie[];
}

/**
 * Who is in contact with whom, from numbers of messages. Each message is counted once: in a tie, as sent to oneself, or as
 * not attributed.
 *
 * @param personOf who is meant by a name of the extract: several names can be of one person
 */
export function contactNetwork(
  pairs: readonly PairCount[],
  personOf: (party: string) => string = (party) => party,
): ContactNetwork {
  const people = new Map<string, Growing<NetworkPerson>>();
  const ties = new Map<string, GrowingTie>();
  let messages = 0;
  let toThemselves = 0;
  let unattributed = 0;
  for (const pair of pairs) {
    if (pair.messages <= 0) continue;
    const from = pair.sender === null ? null : personOf(pair.sender);
    const to = pair.recipient === null ? null : personOf(pair.recipient);
    messages += pair.messages;
    if (from !== null) seen(personIn(people, from), pair).sent += pair.messages;
    if (to !== null) seen(personIn(people, to), pair).received += pair.messages;
    if (from === null || to === null) unattributed += pair.messages;
    else if (from === to) toThemselves += pair.messages;
    else addTo(ties, from, to, pair);
  }
  for (const { between } of ties.values()) for (const id of between) personIn(people, id).contacts += 1;
  return {
    messages,
    toThemselves,
    unattributed,
    people: [...people.values()].sort(
      (one, other) => other.sent + other.received - (one.sent + one.received) || byText(one.id, other.id),
    ),
    ties: [...ties.values()]
      .map(finished)
      .sort(
        (one, other) =>
          other.messages - one.messages ||
          byText(one.between[0], other.between[0]) ||
          byText(one.between[1], other.between[1]),
      ),
  };
}

type Growing<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

interface GrowingTie {
  readonly between: readonly [string, string];
  readonly sent: [number, number];
  first: string | null;
  last: string | null;
  readonly byMonth: Map<string, number>;
  readonly byHour: number[];
}

function personIn(people: Map<string, Growing<NetworkPerson>>, id: string): Growing<NetworkPerson> {
  const known = people.get(id) ?? { id, sent: 0, received: 0, contacts: 0, first: null, last: null };
  people.set(id, known);
  return known;
}

function seen<Seen extends { first: string | null; last: string | null }>(one: Seen, pair: PairCount): Seen {
  one.first = earlier(one.first, pair.first);
  one.last = later(one.last, pair.last);
  return one;
}

function addTo(ties: Map<string, GrowingTie>, from: string, to: string, pair: PairCount): void {
  const between: readonly [string, string] = from < to ? [from, to] : [to, from];
  const key = JSON.stringify(between);
  const tie = ties.get(key) ?? {
    between,
    sent: [0, 0],
    first: null,
    last: null,
    byMonth: new Map<string, number>(),
    byHour: Array.from({ length: 24 }, () => 0),
  };
  ties.set(key, seen(tie, pair));
  tie.sent[from === between[0] ? 0 : 1] += pair.messages;
  for (const [month, count] of Object.entries(pair.byMonth))
    tie.byMonth.set(month, (tie.byMonth.get(month) ?? 0) + count);
  pair.byHour.forEach((count, hour) => (tie.byHour[hour] = (tie.byHour[hour] ?? 0) + count));
}

function finished({ between, sent, first, last, byMonth, byHour }: GrowingTie): Tie {
  return {
    between,
    messages: sent[0] + sent[1],
    sent,
    reciprocity: Math.min(...sent) / Math.max(...sent),
    first,
    last,
    byMonth: Object.fromEntries([...byMonth].sort(([one], [other]) => byText(one, other))),
    byHour,
  };
}

const earlier = (one: string | null, other: string | null) =>
  one === null || (other !== null && other < one) ? other : one;
const later = (one: string | null, other: string | null) =>
  one === null || (other !== null && other > one) ? other : one;
/** By code units, so that the order is the same on every machine. */
const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
