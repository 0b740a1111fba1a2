import type { OperationEvent } from '../events';
import type { OperationState } from '../state';

/** What each event of an area changes in the operation. */
export type Applies<Events> = {
  readonly [T in keyof Events]: (
    state: OperationState,
    payload: Events[T],
    event: OperationEvent,
  ) => Partial<OperationState>;
};
