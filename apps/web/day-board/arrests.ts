import type { ClockList } from '../../api/clocks/clock.schema';
import type { OperationView } from '../../api/operations/operation.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { spoken } from '../operations/names';
import type { Act, Acts } from './acts';
import { ofType } from './shown';

type DetentionClock = ClockList['detention'][number];

export interface SuspectOnDay {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly acts: readonly Act[];
}

export interface ArrestOnDay extends SuspectOnDay {
  readonly at: string;
  /** Police station; nothing where the arrest was on another day. */
  readonly station: string | undefined;
  /** While detained, and not charged. */
  readonly clock: DetentionClock | undefined;
}

/** Who may still be arrested, as `recordArrest` decides it. */
const AT_LIBERTY = ['suspected', 'released-without-charge', 'bailed', 'released-under-investigation'];
const NAME_LENGTH = 80;

/**
 * Who was arrested on the day, where and when, the last first, with the clock of their detention; whoever is kept from an
 * earlier day; and the suspects who are at liberty.
 */
export function arrestsOnDay(
  { subjects }: Pick<OperationView, 'subjects'>,
  ofTheDay: readonly ShownEvent[],
  clocks: readonly DetentionClock[],
  acts: Acts,
): { readonly arrests: readonly ArrestOnDay[]; readonly atLiberty: readonly SuspectOnDay[] } {
  const suspects = subjects.flatMap(({ id, name, suspect }) =>
    suspect ? [{ id, name: spoken(name, NAME_LENGTH) || id, status: suspect.status }] : [],
  );
  const arrests = suspects.flatMap((suspect): ArrestOnDay[] => {
    const arrest = ofType(ofTheDay, 'arrestRecorded').findLast(({ payload }) => payload.subject === suspect.id);
    const clock = clocks.find(({ subject }) => subject === suspect.id);
    if (!arrest && !clock) return [];
    const at = arrest?.happenedAt ?? (clock as DetentionClock).arrestedAt;
    return [{ ...suspect, at, station: arrest?.payload.station, clock, acts: custodyActs(suspect.id, clock, acts) }];
  });
  const free = suspects.filter(
    ({ id, status }) => AT_LIBERTY.includes(status) && !arrests.some((one) => one.id === id),
  );
  return {
    arrests: arrests.toSorted((a, b) => b.at.localeCompare(a.at)),
    atLiberty: free.map((suspect) => ({ ...suspect, acts: acts.on(suspect.id, ['recordArrest']) })),
  };
}

function custodyActs(subject: string, clock: DetentionClock | undefined, acts: Acts): readonly Act[] {
  if (!clock) return [];
  return acts.on(subject, [
    clock.reviewDueAt === null && clock.review === 1 ? 'authoriseDetention' : 'reviewDetention',
  ]);
}
