import { plusDays } from '../time/days';
import type { OperationState } from './state';

/** What people have still to do by a time. */
export const DEADLINE_KINDS = ['europol-answer', 'product-task', 'qualified-translation'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export interface Deadline {
  readonly kind: DeadlineKind;
  /** Message, task or request, by its identifier. */
  readonly about: string;
  /** From when on it is overdue, RFC 3339 UTC. */
  readonly due: string;
  /** The last day for it, where it was given by the day; null where `due` is the time that was given. */
  readonly lastDay: string | null;
  /** Whose task it is, where it is one person's. */
  readonly person: string | null;
}

/**
 * Everything in an operation that people have to do by a time and have not done, soonest first: a Europol message to be
 * answered, also once it was reminded of; a task to be completed; a qualified translation to be back. Unlike its clocks, which
 * Waymark acts upon by itself, these stay until somebody acts. What is closed or merged has none.
 */
export function deadlinesOf(state: OperationState): readonly Deadline[] {
  if (state.stage === 'closed' || state.merge !== null) return [];
  const { liaison, tasks, qualifiedTranslations } = state;
  return [
    ...liaison.messages.flatMap(({ id, dueAt, answered }): Deadline[] =>
      dueAt === null || answered
        ? []
        : [{ kind: 'europol-answer', about: id, due: dueAt, lastDay: null, person: null }],
    ),
    ...tasks.flatMap(({ id, dueOn, status, person }): Deadline[] =>
      status === 'done' ? [] : [{ kind: 'product-task', about: id, person, ...byDay(dueOn) }],
    ),
    ...qualifiedTranslations.flatMap(({ id, dueOn, status, requestedBy }): Deadline[] =>
      status === 'requested'
        ? [{ kind: 'qualified-translation', about: id, person: requestedBy, ...byDay(dueOn) }]
        : [],
    ),
  ].sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

/** A day has passed in the United Kingdom, too, once it has passed in UTC. */
const byDay = (lastDay: string) => ({ lastDay, due: plusDays(`${lastDay}T00:00:00.000Z`, 1) });
