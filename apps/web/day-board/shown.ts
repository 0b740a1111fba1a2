import type { EventPayloads, EventType } from '../../../domain/operation/events';
import type { Revealed } from '../../api/timeline/reveal';
import type { ShownEvent } from '../../api/timeline/timeline.read';

/** An event of one type, as it is read. */
export type Shown<T extends EventType> = Omit<ShownEvent, 'type' | 'payload'> & {
  readonly type: T;
  readonly payload: Revealed<EventPayloads[T]>;
};

/** The events of one type, in their order. */
export const ofType = <T extends EventType>(events: readonly ShownEvent[], type: T): readonly Shown<T>[] =>
  events.filter((event) => event.type === type) as readonly unknown[] as readonly Shown<T>[];
