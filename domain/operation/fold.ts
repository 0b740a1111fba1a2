import { access } from './areas/access/fold';
import { assessment } from './areas/assessment/fold';
import { closure } from './areas/closure/fold';
import { enforcement } from './areas/enforcement/fold';
import { europol } from './areas/europol/fold';
import { files } from './areas/files/fold';
import { intelligence } from './areas/intelligence/fold';
import { merging } from './areas/merging/fold';
import { withSince } from './areas/merging/since';
import { orders } from './areas/orders/fold';
import { people } from './areas/people/fold';
import { proceedings } from './areas/proceedings/fold';
import { products } from './areas/products/fold';
import { referral } from './areas/referral/fold';
import { safeguarding } from './areas/safeguarding/fold';
import { texts } from './areas/texts/fold';
import type { Applies } from './areas/areas';
import { dues } from './clocks';
import type { EventPayloads, EventType, OperationEvent } from './events';
import { unopened, type OperationState } from './state';

/** What each event changes. Sequence and clocks are brought up to date for all of them in {@link fold}. */
const APPLY: Applies<EventPayloads> = {
  ...referral,
  ...assessment,
  ...merging,
  ...people,
  ...intelligence,
  ...products,
  ...europol,
  ...enforcement,
  ...proceedings,
  ...safeguarding,
  ...orders,
  ...files,
  ...closure,
  ...texts,
  ...access,
};

/** Every type of event there is. */
export const EVENT_TYPES = Object.keys(APPLY) as readonly EventType[];

/** The state after an event. Folding all recorded events of an operation gives its state, whoever folds them. */
export function fold(state: OperationState, event: OperationEvent): OperationState {
  const apply = APPLY[event.type] as Applies<EventPayloads>[EventType] as (
    ...given: unknown[]
  ) => Partial<OperationState>;
  const applied = { ...state, ...apply(state, event.payload, event), sequence: event.sequence };
  const changed = { ...applied, subjects: withSince(applied, event) };
  return { ...changed, nextDueAt: dues(changed)[0]?.dueAt ?? null };
}

/** Folds events in their order on top of a state; without one, from the beginning. */
export function foldAll(reference: string, events: readonly OperationEvent[], from?: OperationState): OperationState {
  return events.reduce(fold, from ?? unopened(reference));
}
