import { STAGES, type Stage } from '../../codes';
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
  // A reopened operation has a new story to tell: its debrief is due again, and nobody's old request sends it back.
  reopeningApproved: ({ closing }, { to }) => ({
    stage: to,
    outcome: untasked(to) ? null : 'adopted',
    reopening: null,
    rollback: null,
    closing: { ...closing, reviewDate: null, from: null },
  }),
  reopeningWithdrawn: () => ({ reopening: null }),
  rollbackRequested: (_, { to }, { actor }) => ({ rollback: { to, requestedBy: actor } }),
  rollbackApproved: (state, { to }) => ({
    stage: to,
    rollback: null,
    outcome: untasked(to) ? null : state.outcome,
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

/** Whether tasking has yet to decide on an operation of this stage. */
const untasked = (stage: Stage) => STAGES.indexOf(stage) <= STAGES.indexOf('assessment');
