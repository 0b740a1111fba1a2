import { STAGES } from '../../codes';
import type { Applies } from '../areas';
import type { ClosureEvents } from './events';

export const closure: Applies<ClosureEvents> = {
  disruptionAssessed: ({ closing }, { disruption }) => ({ closing: { ...closing, disruption } }),
  closingItemSettled: ({ closing }, { item }) => ({
    closing: { ...closing, settled: [...closing.settled.filter((one) => one !== item), item] },
  }),
  debriefRecorded: ({ closing }, { reviewDate }) => ({ closing: { ...closing, reviewDate } }),
  operationClosed: ({ closing }, { from }) => ({ stage: 'closed', outcome: 'closed', closing: { ...closing, from } }),
  reopeningRequested: (_, __, { actor }) => ({ reopening: { requestedBy: actor } }),
  // A reopened operation has a new story to tell: its debrief is due again.
  reopeningApproved: ({ closing }, { to }) => ({
    stage: to,
    outcome: to === 'assessment' ? null : 'adopted',
    reopening: null,
    closing: { ...closing, reviewDate: null, from: null },
  }),
  reopeningWithdrawn: () => ({ reopening: null }),
  rollbackRequested: (_, { to }, { actor }) => ({ rollback: { to, requestedBy: actor } }),
  rollbackApproved: (state, { to }) => ({
    stage: to,
    rollback: null,
    outcome: STAGES.indexOf(to) <= STAGES.indexOf('assessment') ? null : state.outcome,
  }),
  rollbackRefused: () => ({ rollback: null }),
  targetDisrupted: () => ({}),
  assetRecovered: ({ outcomes }, { pence }) => ({
    outcomes: { ...outcomes, assetsPence: outcomes.assetsPence + pence },
  }),
  benefitEstimated: ({ outcomes }, { pence }) => ({ outcomes: { ...outcomes, benefitPence: pence } }),
  lessonRecorded: ({ outcomes }) => ({ outcomes: { ...outcomes, lessons: outcomes.lessons + 1 } }),
  retentionSet: ({ outcomes }, { group }) => ({ outcomes: { ...outcomes, retentionGroup: group } }),
};
