import type { EventPayloads, EventType } from '../../events';

/** The events that a clock of detention begins, moves or ends with. */
export const CUSTODY_EVENTS = [
  'arrestRecorded',
  'detentionAuthorised',
  'detentionReviewed',
  'bailed',
  'releasedUnderInvestigation',
  'releasedWithoutCharge',
  'chargeRecorded',
  'subjectReclassified',
  'proceedingsEnded',
  'surrendered',
  'deathRecorded',
] as const satisfies readonly EventType[];
type CustodyType = (typeof CUSTODY_EVENTS)[number];

/** One of them, with when it happened. */
export type CustodyEvent = {
  readonly [T in CustodyType]: {
    readonly type: T;
    readonly happenedAt: string;
    readonly payload: Pick<EventPayloads[T], 'subject'> & { readonly outcome?: unknown };
  };
}[CustodyType];

/** Until when somebody who is under arrest, and not charged, may be kept, and when that is looked at next. */
export interface DetentionClock {
  readonly subject: string;
  readonly arrestedAt: string;
  /** Number of the review that comes next, from 1. */
  readonly review: number;
  /** Until when it must be held; null until detention is authorised, and once a review said to release. */
  readonly reviewDueAt: string | null;
  /** The earliest end of the 24 hours: they run from arrival at the station, which comes after the arrest. */
  readonly limitAt: string;
}

const HOUR_MS = 3_600_000;
/** PACE 1984 s. 40(3): the first review within six hours of the authorisation, each later one within nine of the one before. */
const FIRST_REVIEW_MS = 6 * HOUR_MS;
const LATER_REVIEW_MS = 9 * HOUR_MS;
/** PACE 1984 s. 41(1). */
const LIMIT_MS = 24 * HOUR_MS;

/** One period under arrest. */
interface Custody {
  readonly arrested: number;
  /** How much of the limit earlier periods have used: those that ended in bail (PACE 1984 s. 47(6)). */
  readonly used: number;
  readonly reviews: number;
  readonly due: number | null;
}

/**
 * The clocks of everybody who is under arrest by these events, in their order. Hours are elapsed time, whatever clocks show.
 * That a period longer than 24 hours was authorised (ss. 42–44) is recorded nowhere here, so a limit may lie in the past.
 */
export function detentionClocks(events: readonly CustodyEvent[]): readonly DetentionClock[] {
  const held = new Map<string, Custody>();
  const used = new Map<string, number>();
  for (const { type, happenedAt, payload } of events) {
    const { subject } = payload;
    const [at, custody] = [Date.parse(happenedAt), held.get(subject)];
    if (type === 'arrestRecorded')
      held.set(subject, { arrested: at, used: used.get(subject) ?? 0, reviews: 0, due: null });
    else if (type === 'detentionAuthorised' && custody) held.set(subject, { ...custody, due: at + FIRST_REVIEW_MS });
    else if (type === 'detentionReviewed' && custody) held.set(subject, reviewed(custody, at, payload.outcome));
    else {
      held.delete(subject);
      used.set(subject, type === 'bailed' && custody ? custody.used + at - custody.arrested : 0);
    }
  }
  return [...held].map(([subject, { arrested, used: before, reviews, due }]) => ({
    subject,
    arrestedAt: iso(arrested),
    review: reviews + 1,
    reviewDueAt: due === null ? null : iso(due),
    limitAt: iso(arrested + LIMIT_MS - before),
  }));
}

/** A review that was postponed does not move those after it (PACE 1984 s. 40(7)). */
function reviewed(custody: Custody, at: number, outcome: unknown): Custody {
  const from = custody.due === null ? at : Math.min(at, custody.due);
  return { ...custody, reviews: custody.reviews + 1, due: outcome === 'release' ? null : from + LATER_REVIEW_MS };
}

const iso = (moment: number) => new Date(moment).toISOString();
