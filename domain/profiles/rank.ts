import { PROFILE_AREAS, PROFILE_ROLES, type ProfileRole } from './areas.v1';
import { areasIn, dayIn, forceIn, isVictimIn, type AreaOrAll, type HistoryBlock } from './history';
import type { RfgModel } from './rfg-model.schema';
import { topSums } from './top-sums';
import { Scorer, windowStart, type Score, type Sums } from './score';

/** One list: who is ranked in it, and by which events. */
export interface Slice {
  readonly role: ProfileRole;
  readonly area: AreaOrAll;
  /** Places of its forces in the list of forces; absent: all, across counties. */
  readonly forces?: readonly number[];
}

/** Somebody's place in a list, with all that it rests on. */
export interface Ranked extends Score, Sums {
  readonly rank: number;
  readonly person: number;
  /** In the window, without a known harm. */
  readonly unmapped: number;
  /** Forces of all events of the list, as bits. */
  readonly forces: number;
  /** As far as a back-test looks: harm after the day it is as of. */
  readonly after: number;
}

export interface RankedList {
  readonly slice: Slice;
  /** The first of them. */
  readonly top: readonly Ranked[];
  /** How many people are in it. */
  readonly people: number;
  readonly events: number;
  readonly harm: number;
  readonly unmapped: number;
  /** Of the window's harm, what the given shares of people held who held most. */
  readonly concentration: readonly { readonly share: number; readonly harm: number }[];
  /** Harm of all people after the day it is as of. */
  readonly after: number;
  /** Harm after that day, of those who would be first by the number of their events; 0 where nothing after it is looked at. */
  readonly afterByCount: number;
}

/** Shares of people of which is told how much harm they held. */
const CONCENTRATIONS = [0.01, 0.02, 0.05, 0.1] as const;

/**
 * Ranks people by recency, frequency and gravity, in lists, in one pass over their histories. Deterministic: sums are of whole
 * numbers, and whoever scores alike is ranked by harm, events, last day and then by number.
 *
 * @param length how many of each list are kept
 * @param until later events count as what came after; without it, none are looked at
 */
export class Ranking {
  private readonly from: number;
  private readonly lists: readonly List[];
  /** Lists to which an event adds, by its facts without the day. */
  private readonly listsOf = new Map<number, readonly List[]>();
  private readonly last: { facts: number; lists: readonly List[] } = { facts: -1, lists: [] };
  private touched: List[] = [];
  private person = -1;

  constructor(
    model: RfgModel,
    slices: readonly Slice[],
    private readonly asOfDay: number,
    length: number,
    private readonly until = asOfDay,
  ) {
    this.from = windowStart(model, asOfDay);
    const scorer = new Scorer(model, asOfDay);
    this.lists = slices.map((slice) => new List(slice, scorer, length, until > asOfDay));
  }

  add({ people, counts, facts, harms }: HistoryBlock): void {
    let at = 0;
    for (let nth = 0; nth < people.length; nth++) {
      if (people[nth] !== this.person) {
        this.close();
        this.person = people[nth] as number;
      }
      for (const end = at + (counts[nth] as number); at < end; at++)
        this.take(facts[at] as number, harms[at] as number);
    }
  }

  private take(fact: number, harm: number): void {
    const day = dayIn(fact);
    if (day > this.until) return;
    for (const list of this.listsFor(fact & 0xffff)) {
      if (!list.open) {
        list.open = true;
        this.touched.push(list);
      }
      if (day > this.asOfDay) {
        if (harm > 0) list.after += harm;
        continue;
      }
      list.forces |= 1 << forceIn(fact);
      if (day > list.lastDay) list.lastDay = day;
      if (day < this.from) continue;
      list.events += 1;
      if (harm < 0) list.unmapped += 1;
      else list.harm += harm;
    }
  }

  end(): readonly RankedList[] {
    this.close();
    return this.lists.map((list) => list.end());
  }

  private listsFor(facts: number): readonly List[] {
    const { last } = this;
    if (facts === last.facts) return last.lists;
    last.facts = facts;
    return (last.lists = this.listsOf.get(facts) ?? this.listsFound(facts));
  }

  private listsFound(facts: number): readonly List[] {
    const role = PROFILE_ROLES[isVictimIn(facts) ? 1 : 0] as ProfileRole;
    const found = this.lists.filter(
      ({ slice }) =>
        slice.role === role &&
        (slice.area === 'all' || (areasIn(facts) & (1 << PROFILE_AREAS.indexOf(slice.area))) !== 0) &&
        (slice.forces === undefined || slice.forces.includes(forceIn(facts))),
    );
    this.listsOf.set(facts, found);
    return found;
  }

  private close(): void {
    for (const list of this.touched) list.close(this.person);
    this.touched.length = 0;
  }
}

type Entry = Omit<Ranked, 'rank'>;

/** One list while it is made: what is summed of the person at hand, and the best so far. */
class List {
  open = false;
  lastDay = 0;
  events = 0;
  harm = 0;
  unmapped = 0;
  forces = 0;
  after = 0;
  private readonly best: Best<Entry>;
  private readonly byCount: Best<Entry>;
  private held = new Float64Array(1_024);
  private readonly all = { people: 0, events: 0, harm: 0, unmapped: 0, after: 0 };

  constructor(
    readonly slice: Slice,
    private readonly scorer: Scorer,
    length: number,
    private readonly isTested: boolean,
  ) {
    this.best = new Best(length, ({ score }) => score, before);
    this.byCount = new Best(length, ({ events }) => events, before);
  }

  close(person: number): void {
    const { lastDay, events, harm, after, all, scorer } = this;
    all.after += after;
    // Who has no event before the day is not known on it.
    if (lastDay > 0) {
      if (all.people === this.held.length) this.held = grown(this.held);
      this.held[all.people] = harm;
      all.people += 1;
      all.events += events;
      all.harm += harm;
      all.unmapped += this.unmapped;
      if (scorer.score(lastDay, events, harm) >= this.best.least) this.best.offer(this.entry(person));
      if (this.isTested && events >= this.byCount.least) this.byCount.offer(this.entry(person));
    }
    this.open = false;
    this.lastDay = this.events = this.harm = this.unmapped = this.forces = this.after = 0;
  }

  end(): RankedList {
    const { slice, all } = this;
    const held = this.held.subarray(0, all.people);
    const most = topSums(
      held,
      CONCENTRATIONS.map((share) => Math.ceil(held.length * share)),
    );
    return {
      slice,
      ...all,
      top: this.best.inOrder().map((entry, nth) => ({ rank: nth + 1, ...entry })),
      afterByCount: this.byCount.inOrder().reduce((sum, { after }) => sum + after, 0),
      concentration: CONCENTRATIONS.map((share, nth) => ({
        share,
        harm: all.harm === 0 ? 0 : (most[nth] as number) / all.harm,
      })),
    };
  }

  private entry(person: number): Entry {
    const { lastDay, events, harm, unmapped, forces, after, scorer } = this;
    return { person, lastDay, events, harm, unmapped, forces, after, ...scorer.parts(lastDay, events, harm) };
  }
}

function grown(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

/** Of equal ones the one with the higher score, more harm, more and later events, and then the lower number. */
const before = (a: Entry, b: Entry): number =>
  b.score - a.score || b.harm - a.harm || b.events - a.events || b.lastDay - a.lastDay || a.person - b.person;

/** The best of what is offered, kept in batches: sorting now and then is cheaper than keeping an order. */
class Best<T> {
  /** Whoever has less is not among them. */
  least = -Infinity;
  private kept: T[] = [];
  private readonly order: (a: T, b: T) => number;

  constructor(
    private readonly length: number,
    private readonly measure: (one: T) => number,
    tieBreak: (a: T, b: T) => number,
  ) {
    this.order = (a, b) => measure(b) - measure(a) || tieBreak(a, b);
  }

  offer(one: T): void {
    this.kept.push(one);
    if (this.kept.length >= this.length * 4 + 64) this.cut();
  }

  inOrder(): readonly T[] {
    this.cut();
    return this.kept;
  }

  private cut(): void {
    this.kept = this.kept.sort(this.order).slice(0, this.length);
    const worst = this.kept[this.length - 1];
    if (worst !== undefined) this.least = this.measure(worst);
  }
}
