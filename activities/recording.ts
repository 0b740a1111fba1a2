import canonicalize from 'canonicalize';
import { ApplicationFailure } from '@temporalio/common';
import type { Pool } from 'pg';
import { briefOf, type Brief } from '../domain/operation/brief';
import type { DecidedEvent } from '../domain/operation/events';
import { brought } from '../domain/operation/snapshot';
import type { OperationState } from '../domain/operation/state';
import type { TextRecord } from '../domain/text/text';
import type { RecordedEvent } from '../workflows/operation/operation.messages';
import { failPoint } from '../platform/fail-point';

export interface EventsToRecord {
  readonly reference: string;
  /** Sequence the timeline is believed to end at. */
  readonly expected: number;
  readonly commandId: string;
  readonly command: string;
  readonly fingerprint: string;
  readonly actor: string;
  readonly happenedAt: string;
  readonly occurredAt: string;
  /** False for what the workflow does by itself: the server repeats its timers until they are done. */
  readonly awaitsConfirmation: boolean;
  readonly events: readonly DecidedEvent[];
  readonly texts: readonly TextRecord[];
  /** The state once these events are folded; `null` where no snapshot is due. */
  readonly state: OperationState | null;
  readonly foldVersion: number;
  /** Absent where the workflow's version sends the state with every event. */
  readonly brief?: Brief;
}

/**
 * What was recorded just now comes back as its hashes alone, since every byte of the answer lies in the workflow's history.
 * Otherwise `events` are those after the expected sequence, oldest first, at most a page.
 */
export type Recording =
  | { readonly status: 'recorded'; readonly hashes: readonly string[] }
  | { readonly status: 'repeated'; readonly fingerprint: string; readonly events: readonly RecordedEvent[] }
  | { readonly status: 'behind'; readonly fingerprint: null; readonly events: readonly RecordedEvent[] };

export interface Snapshot {
  readonly sequence: number;
  readonly hash: string;
  readonly foldVersion: number;
  readonly state: OperationState;
}

export interface RecordingActivities {
  recordEvents(entry: EventsToRecord): Promise<Recording>;
  loadEvents(reference: string, after: number): Promise<readonly RecordedEvent[]>;
  loadOperation(reference: string): Promise<Snapshot | null>;
}

const PAGE = 500;
const UNIQUE_VIOLATION = '23505';

/** The only writer of the timeline: each call is one function of the database in one round trip. */
export function createRecordingActivities(pool: Pool): RecordingActivities {
  const call = async <T>(name: string, text: string, values: unknown[]): Promise<T> => {
    const { rows } = await pool.query<{ answer: T }>({ name, text, values }).catch(refuseWhatNeverWorks);
    return (rows[0] as { answer: T }).answer;
  };
  return {
    async recordEvents(entry) {
      const recording = await call<Recording>(
        'record_events',
        'SELECT record_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS answer',
        [
          entry.reference,
          entry.expected,
          entry.commandId,
          entry.command,
          entry.fingerprint,
          entry.actor,
          entry.occurredAt,
          entry.happenedAt,
          !entry.awaitsConfirmation,
          JSON.stringify(entry.events.map((event) => ({ ...event, payload: canonicalize(event.payload) }))),
          JSON.stringify(entry.texts),
          entry.state && JSON.stringify(entry.state),
          entry.foldVersion,
          JSON.stringify(entry.brief ?? briefOf(todaysState(entry))),
        ],
      );
      failPoint('after-record');
      return recording;
    },
    loadEvents: (reference, after) =>
      call('load_events', 'SELECT load_events($1, $2, $3) AS answer', [reference, after, PAGE]),
    loadOperation: (reference) => call('load_operation', 'SELECT load_operation($1) AS answer', [reference]),
  };
}

/** The state of a workflow of an earlier version, which sends it whole, and no brief. */
const todaysState = ({ foldVersion, state }: EventsToRecord) =>
  brought(foldVersion, state as OperationState) as OperationState;

/**
 * Data that the database can never accept (SQLSTATE classes 22 and 23) is a defect to report, not to retry for ever. A
 * unique violation is none: of two attempts at one opening, which has no row to lock yet, the second will find it repeated.
 */
function refuseWhatNeverWorks(error: Error & { code?: string }): never {
  if (/^2[23]/.test(error.code ?? '') && error.code !== UNIQUE_VIOLATION)
    throw ApplicationFailure.nonRetryable(`The database refused the record (${error.code})`, 'unrecordable');
  throw error;
}
