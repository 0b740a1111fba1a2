import type { Decide } from '../../decide';
import { event } from '../../events';
import { aboutSuspect } from './suspect';

/** Records the charge of an arrested suspect. */
export const recordCharge: Decide<'recordCharge'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['arrested'], [event('chargeRecorded', body)]);

/** Records that an arrested suspect, or one never arrested, will not be charged. */
export const releaseWithoutCharge: Decide<'releaseWithoutCharge'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['suspected', 'arrested'], [event('releasedWithoutCharge', body)]);

/** Records the sentence of a charged suspect. */
export const recordSentence: Decide<'recordSentence'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], [event('sentenceRecorded', body)]);

/** Records an acquittal, or that proceedings were discontinued. */
export const endProceedings: Decide<'endProceedings'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], [event('proceedingsEnded', body)]);
