import { AREA_EVENTS } from '../../../domain/operation/area-events';
import type { EventType } from '../../../domain/operation/events';
import type { ClockList } from '../../api/clocks/clock.schema';
import type { OperationView } from '../../api/operations/operation.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { dateParts } from '../forms/times';
import { namesOf, spoken, type Names } from '../operations/names';
import type { Action } from '../operations/read-operation';
import { Acts, type Act } from './acts';
import { arrestsOnDay, type ArrestOnDay, type SuspectOnDay } from './arrests';
import { exhibitsOnDay, type ExhibitsAt } from './exhibits';
import { lastHappened, type Happened } from './happened';
import { mediaOnDay, type MediaOnDay } from './media';
import { premisesOnDay, type PremisesOnDay } from './premises';
import { ofType } from './shown';

/** What is few, and may have happened before the day. */
export const STANDING_EVENTS = [
  'enforcementPlanSigned',
  'enforcementDaySet',
  'enforcementDayDebriefed',
  'warrantApplied',
  'warrantGranted',
  'warrantRefused',
  'warrantExecuted',
  'warrantReturned',
  'mediaInvestigatorAsked',
  'mediaInvestigatorAssigned',
  'mediaInvestigatorOnScene',
  'searchRecorded',
] as const satisfies readonly EventType[];

/** Everything that belongs on the board where it happened on the day. */
export const EVENTS_OF_THE_DAY: readonly EventType[] = [
  ...AREA_EVENTS.enforcement,
  ...AREA_EVENTS.proceedings,
  'subjectAdded',
  'subjectReclassified',
];

/** All that a board is made of. */
export interface DayRead {
  readonly day: string;
  readonly operation: OperationView;
  /** The events of `STANDING_EVENTS`, in order. */
  readonly standing: readonly ShownEvent[];
  /** The events of `EVENTS_OF_THE_DAY` that happened on the day, in order. */
  readonly ofTheDay: readonly ShownEvent[];
  readonly detention: ClockList['detention'];
  readonly actions: readonly Action[];
}

export interface DayBoard {
  readonly day: string;
  /** Whether it was set as a day of enforcement, and whether it is debriefed. */
  readonly isSet: boolean;
  readonly debriefed: boolean;
  readonly acts: readonly Act[];
  readonly counts: Readonly<
    Record<'premises' | 'searched' | 'arrested' | 'atLiberty' | 'exhibits' | 'unanswered', number>
  >;
  readonly premises: readonly PremisesOnDay[];
  readonly arrests: readonly ArrestOnDay[];
  readonly atLiberty: readonly SuspectOnDay[];
  readonly media: readonly MediaOnDay[];
  readonly exhibits: readonly ExhibitsAt[];
  readonly safeguarding: readonly {
    readonly address: string;
    readonly note: string;
    readonly at: string;
    readonly by: string;
  }[];
  readonly briefing: string;
  readonly team: OperationView['team'];
  readonly last: readonly Happened[];
}

const BRIEFING_LENGTH = 2_000;
const NOTE_LENGTH = 300;

/** A day of enforcement as one board. @param board its own address */
export function dayBoard({ day, operation, standing, ofTheDay, detention, actions }: DayRead, board: string): DayBoard {
  const acts = new Acts(operation.reference, actions, board);
  const names = { ...namesOf(ofTheDay, operation), ...namesOfPlaces(standing) };
  const premises = premisesOnDay(operation, standing, acts);
  const { arrests, atLiberty } = arrestsOnDay(operation, ofTheDay, detention, acts);
  const media = mediaOnDay(operation, standing, { names, day, acts });
  const set = operation.days.find(({ date }) => date === day);
  return {
    day,
    isSet: set !== undefined,
    debriefed: set?.debriefed ?? false,
    acts:
      set === undefined
        ? acts.whole('setEnforcementDay', dayFilled(day))
        : set.debriefed
          ? []
          : acts.whole('debriefEnforcementDay', dayFilled(day)),
    counts: {
      premises: premises.length,
      searched: premises.filter(({ searches }) => searches.length > 0).length,
      arrested: arrests.length,
      atLiberty: atLiberty.length,
      exhibits: ofType(ofTheDay, 'exhibitSeized').length,
      unanswered: media.filter(({ status }) => status === 'asked').length,
    },
    premises,
    arrests,
    atLiberty,
    media,
    exhibits: exhibitsOnDay(ofTheDay, operation.plan?.premises ?? [], names),
    safeguarding: ofType(ofTheDay, 'safeguardedOnScene')
      .toReversed()
      .map(({ happenedAt, actor, payload }) => ({
        address: names[payload.premises] ?? payload.premises,
        note: spoken(payload.note, NOTE_LENGTH),
        at: happenedAt,
        by: actor,
      })),
    briefing: spoken(
      ofType(standing, 'enforcementDaySet').find(({ payload }) => payload.date === day)?.payload.briefing,
      BRIEFING_LENGTH,
    ),
    team: operation.team,
    last: lastHappened(ofTheDay, names),
  };
}

/** Premises by their address, and by that also what is at them: warrants, and requests for media investigators. */
function namesOfPlaces(standing: readonly ShownEvent[]): Names {
  const addresses = namesOf(standing.filter(({ type }) => type === 'enforcementPlanSigned'));
  const at = [
    ...ofType(standing, 'warrantApplied').map(({ payload }) => [payload.warrant, payload.premises] as const),
    ...ofType(standing, 'mediaInvestigatorAsked').map(({ payload }) => [payload.request, payload.premises] as const),
  ];
  return { ...addresses, ...Object.fromEntries(at.map(([id, premises]) => [id, addresses[premises] ?? premises])) };
}

/** The parts in which a form takes a date. */
const dayFilled = (day: string): Readonly<Record<string, string>> => dateParts('date', day) as Record<string, string>;
