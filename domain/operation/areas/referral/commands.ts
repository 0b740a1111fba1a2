import type { Stage } from '../../codes';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { find, nextId } from '../entities';

/** Opens the operation by a graded referral (3x5x2, College of Policing APP). */
export const openReferral: Decide<'openReferral'> = ({ body }) => [event('referralOpened', body)];

/** Sends the referral to assessment, once more after it was returned. What must be there is the stage's gates' business. */
export const submitReferral: Decide<'submitReferral'> = () => [event('referralSubmitted', {})];

/** Says where a referral came from: a force, a partner, or somebody to be called back, with consent and anonymity. */
export const recordReferralSource: Decide<'recordReferralSource'> = ({ body }) => [
  event('referralSourceRecorded', body),
];

/** Assessment sends the referral back with its questions. */
export const returnReferral: Decide<'returnReferral'> = ({ body }) => [event('referralReturned', body)];

/** The referrer answers the questions it was returned with. */
export const answerQuestions: Decide<'answerQuestions'> = ({ state, body }) =>
  state.returned === 'waiting'
    ? [event('questionsAnswered', body)]
    : blocked('no-questions', 'No questions wait for an answer.');

/** The referrer withdraws; the operation closes with its reason and can be reopened. */
export const withdrawReferral: Decide<'withdrawReferral'> = ({ state, body }) => [
  event('referralWithdrawn', { from: state.stage as Stage, ...body }),
];

/** Links another operation, with the reason. */
export const linkOperation: Decide<'linkOperation'> = ({ state, body }) => {
  if (body.operation === state.reference) return blocked('same-operation', 'An operation is not linked with itself.');
  return state.links.some(({ operation, removed }) => operation === body.operation && !removed)
    ? blocked('already-linked', `${body.operation} is linked already.`)
    : [event('operationLinked', { link: nextId('K', state.links), ...body })];
};

/** Removes a link that does not hold; it stays on the timeline. */
export const unlinkOperation: Decide<'unlinkOperation'> = ({ state, body }) => {
  const link = find(state.links, body.link, 'link');
  if ('blockers' in link) return link;
  return link.removed
    ? blocked('link-removed', `${body.link} is removed already.`)
    : [event('operationUnlinked', body)];
};

/** Changes the marking (Government Security Classifications), with the reason. */
export const changeMarking: Decide<'changeMarking'> = ({ state, body }) =>
  state.marking === body.marking
    ? blocked('same-marking', `The operation is marked ${body.marking} already.`)
    : [event('markingChanged', body)];

/** Hands the lead to another force, with the reason. */
export const handOver: Decide<'handOver'> = ({ state, body }) =>
  state.leadForce === body.leadForce
    ? blocked('same-force', `${body.leadForce} leads already.`)
    : [event('handedOver', body)];
