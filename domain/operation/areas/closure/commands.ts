import type { Stage } from '../../codes';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';

/** Records the disruption on the national scale, with assessor and rationale. */
export const assessDisruption: Decide<'assessDisruption'> = ({ body }) => [event('disruptionAssessed', body)];

/** Settles one of the matters that closing waits for, or says why it does not apply. */
export const settleClosingItem: Decide<'settleClosingItem'> = ({ body }) => [event('closingItemSettled', body)];

/** Records the debrief and the date of the review (PIRM Code 2023). */
export const recordDebrief: Decide<'recordDebrief'> = ({ body }) => [event('debriefRecorded', body)];

/** Closes the operation; the gates of sentencing and of closing say what is still open. */
export const close: Decide<'close'> = ({ state }) => [event('operationClosed', { from: state.stage as Stage })];

/** Asks, with a reason, for a closed operation to be reopened; a second person decides. */
export const requestReopening: Decide<'requestReopening'> = ({ state, body }) =>
  state.reopening
    ? blocked('reopening-requested', 'Reopening has been requested already and waits for a second person.')
    : [event('reopeningRequested', body)];

/** A second person reopens the operation, at the stage it was closed from. */
export const approveReopening: Decide<'approveReopening'> = ({ state, actor }) => {
  if (!state.reopening) return blocked('no-reopening-request', 'Nobody has requested a reopening.');
  if (state.reopening.requestedBy === actor.id)
    return blocked('own-request', 'A reopening is approved by someone other than the person who asked for it.');
  return [event('reopeningApproved', { to: state.closing.from as Stage })];
};
