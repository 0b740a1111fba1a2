import type { Stage } from './codes';
import type { EventType, OperationEvent } from './events';

/** The events by which an operation enters a stage, and which stage that is; `to` where the event itself says. */
export const STAGES_ENTERED = {
  referralOpened: 'referral',
  referralSubmitted: 'assessment',
  referralReturned: 'referral',
  referralWithdrawn: 'closed',
  adopted: 'intelligence-build',
  declined: 'closed',
  stageAdvanced: 'to',
  operationClosed: 'closed',
  reopeningApproved: 'to',
  rollbackApproved: 'to',
} as const satisfies Partial<Record<EventType, Stage | 'to'>>;

/** The stage that an event leads into, if it leads into one. */
export function stageEntered({ type, payload }: Pick<OperationEvent, 'type' | 'payload'>): Stage | undefined {
  const entered = (STAGES_ENTERED as Partial<Record<EventType, Stage | 'to'>>)[type];
  return entered === 'to' ? (payload as { readonly to: Stage }).to : entered;
}

/**
 * When an operation was last submitted for assessment, once an event has happened: it counts from the act itself
 * (`happenedAt`). `null` for a referral, whether it never was or was returned.
 */
export function submittedAfter(before: string | null, event: OperationEvent): string | null {
  const entered = stageEntered(event);
  if (entered === 'assessment') return event.happenedAt;
  return entered === 'referral' ? null : before;
}
