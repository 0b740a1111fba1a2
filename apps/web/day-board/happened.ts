import type { EventType } from '../../../domain/operation/events';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { codeText } from '../words/codes';
import { eventText } from '../words/events';
import { day } from '../words/times';
import type { Names } from '../operations/names';

/** Something that happened, as it is told on the board and to whoever listens to it. */
export interface Happened {
  readonly sequence: number;
  readonly text: string;
  readonly at: string;
  /** Where it was recorded a good while after it happened. */
  readonly recordedAt: string | undefined;
  readonly by: string;
}

const MOST = 10;
const LATE_MS = 10 * 60_000;

/** What was recorded last, the last first: also what was entered late is new to everybody else. */
export function lastHappened(ofTheDay: readonly ShownEvent[], names: Names): readonly Happened[] {
  return ofTheDay
    .toSorted((a, b) => b.sequence - a.sequence)
    .slice(0, MOST)
    .map((event) => ({
      sequence: event.sequence,
      text: happenedText(event, names),
      at: event.happenedAt,
      recordedAt: Date.parse(event.occurredAt) - Date.parse(event.happenedAt) > LATE_MS ? event.occurredAt : undefined,
      by: event.actor,
    }));
}

/** By which fields of its payload an event says what it is about, the first that is there. */
const ABOUT: Partial<Record<EventType, readonly string[]>> = {
  exhibitSeized: ['exhibit', 'premises'],
  searchRecorded: ['premises'],
  mediaInvestigatorAsked: ['premises'],
};
const USUAL = ['subject', 'exhibit', 'warrant', 'request', 'premises', 'date'];

/** One event in a sentence by name: “Arrest recorded: Bence Minta”. */
export function happenedText({ type, payload }: Pick<ShownEvent, 'type' | 'payload'>, names: Names): string {
  const fields = ABOUT[type as EventType] ?? USUAL.filter((field) => typeof payload[field] === 'string').slice(0, 1);
  const about = fields.flatMap((field) => {
    const id = payload[field];
    if (typeof id !== 'string') return [];
    return [field === 'date' ? day(id) : (names[id] ?? codeText(id))];
  });
  return about.length === 0 ? eventText(type) : `${eventText(type)}: ${about.join(', ')}`;
}
