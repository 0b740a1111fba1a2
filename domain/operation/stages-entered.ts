import type { Stage } from './codes';
import type { EventType } from './events';

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
