import type { StackUrls } from '../platform/embedded/addresses';
import { rounded, type Sides } from './measure';

/** How much is measured. */
export interface Scale {
  readonly rounds: number;
  /** Calls before those that count. */
  readonly warmUp: number;
  readonly calls: number;
  /** Bursts before those that count: a worker is fast only when its code has been compiled by use. */
  readonly warmUpBursts: number;
  /** Bursts of either side in a round, and what each lane does in one: so much that a burst's end, when lanes idle, counts little. */
  readonly bursts: number;
  readonly burst: number;
  readonly openings: number;
  /** Operations on the worklist, how many pages deep the deep one is, and how often either page is asked for. */
  readonly operations: number;
  readonly pagesDeep: number;
  readonly pages: number;
  /** Records of forces that are taken in, and people of ten events each that are ranked. */
  readonly records: number;
  readonly people: number;
  /** Messages of a phone. */
  readonly messages: number;
}

export const FULL: Scale = {
  rounds: 3,
  warmUp: 40,
  calls: 200,
  warmUpBursts: 6,
  bursts: 8,
  burst: 10,
  openings: 10,
  operations: 100_000,
  pagesDeep: 200,
  pages: 400,
  records: 1_000_000,
  people: 1_000_000,
  messages: 50_000,
};

/** Enough to see that it works; its figures are no evidence. */
export const QUICK: Scale = {
  rounds: 1,
  warmUp: 10,
  calls: 40,
  warmUpBursts: 1,
  bursts: 2,
  burst: 3,
  openings: 2,
  operations: 10_000,
  pagesDeep: 15,
  pages: 100,
  records: 50_000,
  people: 50_000,
  messages: 2_000,
};

/** What a part of the bench is given that is measured in a process of its own. */
export interface Measured {
  readonly urls: StackUrls['database'];
  readonly scale: Scale;
}

/** Says what is being measured, as it happens. */
export class Report {
  constructor(private readonly say: (line: string) => void) {}

  heading(title: string): void {
    this.say(`\n${title}`);
  }

  round(nth: number, what: string, { ours, bare }: Sides<number>): void {
    this.say(`  round ${nth}: ${what}: ${rounded(ours, 1)} beside ${rounded(bare, 1)} bare (${rounded(ours / bare)})`);
  }

  /** A line as another process has made it. */
  told(line: string): void {
    this.say(line);
  }

  line(text: string): void {
    this.say(`  ${text}`);
  }
}
