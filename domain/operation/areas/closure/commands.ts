import { STAGES, type Stage } from '../../codes';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { find } from '../entities';

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

/** Withdraws, or turns down, the request for a reopening. */
export const withdrawReopening: Decide<'withdrawReopening'> = ({ state, body }) =>
  state.reopening
    ? [event('reopeningWithdrawn', body)]
    : blocked('no-reopening-request', 'Nobody has requested a reopening.');

/** Asks, with a reason, for the operation to go back to an earlier stage; a second person decides. */
export const requestRollback: Decide<'requestRollback'> = ({ state, body }) => {
  if (state.rollback)
    return blocked('rollback-requested', 'A rollback is requested already and waits for a second person.');
  return STAGES.indexOf(body.to) < STAGES.indexOf(state.stage as Stage)
    ? [event('rollbackRequested', body)]
    : blocked('not-an-earlier-stage', `${body.to} is not before ${state.stage}.`);
};

/** A second person sends the operation back. History stays whole: this is a new event. */
export const approveRollback: Decide<'approveRollback'> = ({ state, actor }) => {
  if (!state.rollback) return blocked('no-rollback-request', 'Nobody has requested a rollback.');
  if (state.rollback.requestedBy === actor.id)
    return blocked('own-request', 'A rollback is approved by someone other than the person who asked for it.');
  if (STAGES.indexOf(state.rollback.to) >= STAGES.indexOf(state.stage as Stage))
    return blocked(
      'not-an-earlier-stage',
      `${state.rollback.to} is not before ${state.stage} any more: refuse the request.`,
    );
  return [event('rollbackApproved', { from: state.stage as Stage, to: state.rollback.to })];
};

/** Turns the request for a rollback down. */
export const refuseRollback: Decide<'refuseRollback'> = ({ state, body }) =>
  state.rollback
    ? [event('rollbackRefused', body)]
    : blocked('no-rollback-request', 'Nobody has requested a rollback.');

/** Records the disruption of one target on the national scale. */
export const recordTargetDisruption: Decide<'recordTargetDisruption'> = ({ state, body }) => {
  const target = find(state.targets, body.target, 'target');
  return 'blockers' in target ? target : [event('targetDisrupted', body)];
};

/** Records an asset that was recovered, restrained or forfeited. */
export const recordAsset: Decide<'recordAsset'> = ({ body }) => [event('assetRecovered', body)];

/** Estimates the benefit: pence a day × victims × days, with its method (Volvox: £4,358.10 a day [S]). */
export const estimateBenefit: Decide<'estimateBenefit'> = ({ body }) => [
  event('benefitEstimated', { ...body, pence: body.pencePerDay * body.victims * body.days }),
];

/** Records a lesson for the next operation. */
export const recordLesson: Decide<'recordLesson'> = ({ body }) => [event('lessonRecorded', body)];

/** Sets the retention group (PIRM Code 2023). */
export const setRetention: Decide<'setRetention'> = ({ body }) => [event('retentionSet', body)];
