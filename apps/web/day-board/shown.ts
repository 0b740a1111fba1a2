import type { EventPayloads, EventType } from '../../../domain/operation/events';
import type { TextRef } from '../../../domain/text/text';
import type { ReadText } from '../../api/timeline/event.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';

/** A payload as it is read: with the texts where it has references to them. */
type Read<T> = T extends TextRef
  ? ReadText
  : T extends readonly (infer One)[]
    ? readonly Read<One>[]
    : T extends object
      ? { readonly [K in keyof T]: Read<T[K]> }
      : T;

/** An event of one type, as it is read. */
export type Shown<T extends EventType> = Omit<ShownEvent, 'type' | 'payload'> & {
  readonly type: T;
  readonly payload: Read<EventPayloads[T]>;
};

/** The events of one type, in their order. */
export const ofType = <T extends EventType>(events: readonly ShownEvent[], type: T): readonly Shown<T>[] =>
  events.filter((event) => event.type === type) as readonly unknown[] as readonly Shown<T>[];
