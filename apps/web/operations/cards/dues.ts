import type { OperationView } from '../../../api/operations/operation.schema';
import type { Due } from './card';
import type { Clock, Known } from './known';

type Subject = OperationView['subjects'][number];

/** What falls due about a suspect: bail, trial, and every clock that names them. */
export function duesOf({ clocks }: Known, { id, suspect }: Subject): readonly Due[] {
  const days = [
    ...(suspect?.bailUntil && suspect.status === 'bailed'
      ? [{ text: 'Bail to be answered', at: suspect.bailUntil }]
      : []),
    ...(suspect?.trial && suspect.status === 'charged' && suspect.verdict === null
      ? [{ text: 'Trial', at: suspect.trial }]
      : []),
  ].map((due) => ({ ...due, isDay: true }));
  return [...days, ...clocksAbout(clocks, id)].sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** The clocks that name something. */
export const clocksAbout = (clocks: readonly Clock[], id: string): readonly Due[] =>
  clocks
    .filter(({ about }) => Object.values(about).includes(id))
    .map(({ title, dueAt }) => ({ text: title, at: dueAt, isDay: false }));
