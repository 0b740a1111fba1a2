import { blocked, type Blocked } from '../../decide';
import type { DecidedEvent } from '../../events';
import type { OperationState, Suspect, SuspectStatus } from '../../state';

type Events = readonly DecidedEvent[] | Blocked;

/** The events, provided that the subject is a suspect in one of the states the act starts from; otherwise why not. */
export function aboutSuspect(
  state: OperationState,
  id: string,
  from: readonly SuspectStatus[],
  events: readonly DecidedEvent[] | ((suspect: Suspect) => Events),
): Events {
  const subject = state.subjects.find((candidate) => candidate.id === id);
  if (!subject) return blocked('no-such-subject', `There is no subject ${id} in this operation.`);
  if (!subject.suspect) return blocked('not-a-suspect', `${id} is not a suspect in this operation.`);
  if (!from.includes(subject.suspect.status))
    return blocked('suspect-status', `${id} is ${subject.suspect.status}; this needs ${from.join(' or ')}.`);
  return typeof events === 'function' ? events(subject.suspect) : events;
}
