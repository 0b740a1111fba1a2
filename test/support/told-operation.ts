import { randomUUID } from 'node:crypto';
import type { RecordingActivities } from '../../activities/recording';
import type { Force } from '../../domain/access/actor';
import { briefOf } from '../../domain/operation/brief';
import type { ThreatArea } from '../../domain/operation/codes';
import { event, type EventPayloads, type EventType, type OperationEvent } from '../../domain/operation/events';
import { fold } from '../../domain/operation/fold';
import { FOLD_VERSION, unopened, type OperationState } from '../../domain/operation/state';
import { TEXT } from './decided';

/** An operation told event by event, each on its day: recorded as the workflow would, but never decided. */
export class ToldOperation {
  private state: OperationState;

  private constructor(
    private readonly recording: RecordingActivities,
    private readonly reference: string,
  ) {
    this.state = unopened(reference);
  }

  /** @param day when the referral was opened, as YYYY-MM-DD */
  static async opened(
    recording: RecordingActivities,
    day: string,
    { leadForce = 'norfolk' as Force, threatArea = 'county-lines' as ThreatArea } = {},
  ): Promise<ToldOperation> {
    const operation = new ToldOperation(recording, `OP-TOLD-${randomUUID().slice(0, 8)}`);
    const grade = { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' } as const;
    const referral = { codename: null, threatArea, leadForce, marking: 'OFFICIAL', grade, grounds: TEXT } as const;
    return operation.tell(day, 'referralOpened', { ...referral, handlingConditions: null });
  }

  /** @param when a day, at its noon in UTC, or a moment */
  async tell<T extends EventType>(when: string, type: T, payload: EventPayloads[T], actor = 'teller'): Promise<this> {
    const happened = event(type, payload);
    const happenedAt = new Date(when.length === 10 ? `${when}T12:00:00Z` : when).toISOString();
    const occurredAt = new Date().toISOString();
    const { sequence: expected } = this.state;
    this.state = fold(this.state, {
      ...happened,
      sequence: expected + 1,
      happenedAt,
      occurredAt,
      actor,
    } as OperationEvent);
    const entry = {
      reference: this.reference,
      expected,
      commandId: `c${expected}`,
      command: type,
      fingerprint: 'told',
    };
    const { status } = await this.recording.recordEvents({
      ...entry,
      actor,
      happenedAt,
      occurredAt,
      awaitsConfirmation: false,
      events: [happened],
      texts: [],
      state: this.state,
      foldVersion: FOLD_VERSION,
      brief: briefOf(this.state),
    });
    if (status !== 'recorded') throw new Error(`${type} is ${status}`);
    return this;
  }
}
