import type { AccessEvents } from './areas/access/events';
import type { AssessmentEvents } from './areas/assessment/events';
import type { ClosureEvents } from './areas/closure/events';
import type { EnforcementEvents } from './areas/enforcement/events';
import type { EuropolEvents } from './areas/europol/events';
import type { FilesEvents } from './areas/files/events';
import type { IntelligenceEvents } from './areas/intelligence/events';
import type { MergingEvents } from './areas/merging/events';
import type { OrdersEvents } from './areas/orders/events';
import type { PeopleEvents } from './areas/people/events';
import type { ProceedingsEvents } from './areas/proceedings/events';
import type { ProductsEvents } from './areas/products/events';
import type { ReferralEvents } from './areas/referral/events';
import type { SafeguardingEvents } from './areas/safeguarding/events';
import type { TextsEvents } from './areas/texts/events';

/**
 * WARNING: these payloads are kept for ever and hashed into chains. Never change the meaning of a stored version: add a
 * new version of the event and teach its area's `fold` both. They hold identifiers, codes, dates and `TextRef`s only.
 */
export type EventPayloads = ReferralEvents &
  AssessmentEvents &
  MergingEvents &
  PeopleEvents &
  IntelligenceEvents &
  ProductsEvents &
  EuropolEvents &
  EnforcementEvents &
  ProceedingsEvents &
  SafeguardingEvents &
  OrdersEvents &
  ClosureEvents &
  TextsEvents &
  FilesEvents &
  AccessEvents;

export type EventType = keyof EventPayloads;

/** An event as decided: what happened, not yet recorded. `happenedAt` is set where it differs from the command's own. */
export type DecidedEvent = {
  [T in EventType]: { readonly type: T; readonly version: number; readonly payload: EventPayloads[T] };
}[EventType];

/** What `fold` reads of a recorded event; the hashes stay in the database. Times are RFC 3339 UTC, milliseconds. */
export type OperationEvent = DecidedEvent & {
  readonly sequence: number;
  readonly happenedAt: string;
  readonly occurredAt: string;
  readonly actor: string;
};

/** Builds a decided event in its current version. */
export function event<T extends EventType>(type: T, payload: EventPayloads[T], version = 1): DecidedEvent {
  return { type, version, payload } as DecidedEvent;
}
