import { blocked, type Blocked, type Decide } from '../../decide';
import { event } from '../../events';
import type { OperationState, Subject } from '../../state';
import { restingBlocker } from './resting';
import { nextSubject } from './subjects';
import { requestOf, type Merge } from './state';

/** Code of the refusal to take back what an operation does not have: then nothing is left to be done there. */
export const NOT_RECEIVED = 'merge-not-received';

/** Asks for this operation, a duplicate, to be merged into another; a saga over both then does it or gives it up. */
export const requestMerge: Decide<'requestMerge'> = ({ state, body }) => {
  if (body.into === state.reference) return blocked('same-operation', 'An operation is not merged into itself.');
  if (state.received.some(({ operation }) => operation === body.into))
    return blocked('merged-here', `${body.into} was merged into this operation: take it back there first.`);
  return [event('mergeRequested', { merge: `${state.reference}.M${state.merges + 1}`, ...body })];
};

/** The survivor has the duplicate's subjects: the duplicate is merged. */
export const completeMerge: Decide<'completeMerge'> = ({ state, body }) =>
  atIt(state, body.merge, ({ id, into }) => [event('mergedInto', { merge: id, into })]);

/** The survivor refuses: the duplicate is as it was before. */
export const abandonMerge: Decide<'abandonMerge'> = ({ state, body: { merge, reason } }) =>
  atIt(state, merge, ({ id, into, requestedBy }) => [
    event('mergeAbandoned', { merge: id, into, requestedBy, reason }),
  ]);

/**
 * Asks for the merge to be undone, or not to be done after all. It can be asked for again while it is under way, which
 * starts a saga that was lost anew.
 */
export const unmerge: Decide<'unmerge'> = ({ state, body }) => {
  if (!state.merge) return blocked('not-merged', 'This operation is not merged into another.');
  const { id, into, unmerges } = state.merge;
  return [event('unmergeRequested', { merge: id, into, request: `${id}.U${unmerges + 1}`, ...body })];
};

/** The survivor has nothing of the duplicate any more: it is as it was before. */
export const completeUnmerge: Decide<'completeUnmerge'> = ({ state: { merge }, body }) =>
  merge?.id === body.merge && merge.status === 'unmerging'
    ? [event('unmerged', { merge: merge.id, into: merge.into })]
    : NOT_AWAITED;

/** The survivor cannot give the subjects back: the duplicate stays merged. Only the latest request is answered so. */
export const refuseUnmerge: Decide<'refuseUnmerge'> = ({ state: { merge }, body: { request, reason } }) => {
  if (merge?.status !== 'unmerging' || requestOf(merge) !== request) return NOT_AWAITED;
  const { id, into, requestedBy } = merge;
  return [event('unmergeRefused', { merge: id, into, request, requestedBy, reason })];
};

/** Takes up a duplicate's subjects under identifiers of this operation; where they come from stays with them. */
export const receiveMerge: Decide<'receiveMerge'> = ({ state, body: { merge, operation, subjects } }) => {
  if (operation === state.reference) return blocked('same-operation', 'An operation is not merged into itself.');
  if (state.received.some((one) => one.operation === operation))
    return blocked('merged-here', `${operation} was merged into this operation already.`);
  const taken = subjects.map((subject, at) => ({ subject: nextSubject(state, at), ...subject }));
  return [event('mergeReceived', { merge, operation, subjects: taken })];
};

/** Gives a duplicate's subjects back, as long as nothing was recorded about them here. */
export const releaseMerge: Decide<'releaseMerge'> = ({ state, body: { merge } }) => {
  const received = state.received.find((one) => one.merge === merge);
  if (!received) return blocked(NOT_RECEIVED, 'Nothing was received by this merge.');
  if (state.merge) return { blockers: [restingBlocker(state.merge)] };
  if (state.stage === 'closed') return blocked('closed', 'This operation is closed: reopen it first.');
  const subjects = state.subjects.filter(({ origin }) => origin?.operation === received.operation);
  const workedOn = subjects.filter(({ origin }) => origin?.since.length);
  return workedOn.length > 0
    ? { blockers: [{ kind: 'act', code: 'worked-on', ...whatSince(workedOn) }] }
    : [event('mergeReleased', { ...received, subjects: subjects.map(({ id }) => id) })];
};

const NOT_AWAITED = blocked('merge-not-awaited', 'This merge is not, or not any more, under way.');

function atIt(
  { merge }: OperationState,
  id: string,
  events: (merge: Merge) => ReturnType<Decide<'completeMerge'>>,
): ReturnType<Decide<'completeMerge'>> {
  return merge?.id === id && merge.status === 'merging' ? events(merge) : NOT_AWAITED;
}

function whatSince(subjects: readonly Subject[]): Pick<Blocked['blockers'][number], 'sentence' | 'missing'> {
  const told = subjects.map(({ id, origin }) => `${id} (${origin?.since.map(inWords).join(', ')})`);
  return {
    sentence: `This operation has worked on subjects since they came here: ${told.join('; ')}.`,
    missing: subjects.map(({ id }) => id),
  };
}

/** `arrestRecorded` as people say it: arrest recorded. */
const inWords = (type: string) => type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
