import type { OperationView } from '../../api/operations/operation.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { spoken, type Names } from '../operations/names';
import type { Act, Acts } from './acts';
import { dayOf } from './day';
import { ofType } from './shown';

type Status = OperationView['mediaRequests'][number]['status'];

export interface MediaOnDay {
  readonly id: string;
  readonly address: string;
  readonly status: Status;
  readonly person: string | null;
  readonly reason: string;
  /** When it came to be so: since when it waits, where nobody has answered. */
  readonly at: string | undefined;
  readonly acts: readonly Act[];
}

/** What waits for somebody comes first. */
const ORDER: readonly Status[] = ['asked', 'assigned', 'on-scene'];
const CHANGES = ['mediaInvestigatorAsked', 'mediaInvestigatorAssigned', 'mediaInvestigatorOnScene'] as const;
const REASON_LENGTH = 120;

/**
 * Requests for digital media investigators, unanswered ones first and of these the oldest: all that are open, and those met
 * on the day.
 */
export function mediaOnDay(
  { mediaRequests }: Pick<OperationView, 'mediaRequests'>,
  events: readonly ShownEvent[],
  { names, day, acts }: { readonly names: Names; readonly day: string; readonly acts: Acts },
): readonly MediaOnDay[] {
  const asked = ofType(events, 'mediaInvestigatorAsked');
  const changes = CHANGES.flatMap((type) => ofType(events, type));
  return mediaRequests
    .map(({ id, premises: at, person, status }): MediaOnDay => {
      const request = asked.find(({ payload }) => payload.request === id);
      return {
        id,
        address: names[at] ?? at,
        status,
        person,
        reason: spoken(request?.payload.reason, REASON_LENGTH),
        at: changes.findLast(({ payload }) => payload.request === id)?.happenedAt,
        acts: acts.on(id, status === 'asked' ? ['assignMediaInvestigator'] : status === 'assigned' ? ON_SCENE : []),
      };
    })
    .filter(({ status, at }) => status !== 'on-scene' || (at !== undefined && dayOf(at) === day))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.at ?? '').localeCompare(b.at ?? ''));
}

const ON_SCENE = ['recordMediaInvestigatorOnScene'] as const;
